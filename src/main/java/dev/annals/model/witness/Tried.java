package dev.annals.model.witness;

/**
 * A probe with the server's two answers.
 *
 * @param probe the statement
 * @param before what the server said to it before the change
 * @param after what the server said to it after the change; {@link Answer#NONE} where it had not
 *     worked before
 */
public record Tried(Probe probe, Answer before, Answer after) {}
