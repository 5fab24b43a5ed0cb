/** Values of the model as bytes that are quick to read: for what is kept, not for what is shown. */
package dev.annals.packed;
