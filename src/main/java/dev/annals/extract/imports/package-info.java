/** What other tools' files say about tables and columns. */
package dev.annals.extract.imports;
