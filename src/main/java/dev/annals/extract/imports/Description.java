package dev.annals.extract.imports;

/**
 * What a file of another tool says about one thing.
 *
 * @param relation the table or view, as the file calls it; empty for the whole database
 * @param column its column; empty for the relation itself
 * @param text what is said
 * @param line the line of the file, counted from 1; 0 where it is not known
 */
public record Description(String relation, String column, String text, int line) {}
