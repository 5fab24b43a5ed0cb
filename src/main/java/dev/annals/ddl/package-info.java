/** Objects of a schema as the statements that make, call and drop them. */
package dev.annals.ddl;
