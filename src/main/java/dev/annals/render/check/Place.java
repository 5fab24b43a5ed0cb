package dev.annals.render.check;

/**
 * The line that a finding points to.
 *
 * @param text the line
 * @param start the first column of what is meant, counted from 1
 * @param end the column behind it
 */
record Place(String text, int start, int end) {}
