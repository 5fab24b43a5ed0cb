package dev.annals.model.witness;

/**
 * A statement of the project's own that a change breaks.
 *
 * @param path its file, from the project's folder; empty for a routine of the database
 * @param line the line at which it begins, or at which the server says it fails; 0 for a routine
 * @param name the routine; empty for a statement of a file
 * @param outcome in which way it works no more
 * @param state the SQLSTATE of the refusal; empty where it is not refused
 * @param before what it gave before; empty where it is refused
 * @param after what it gives now, or the server's words of refusal
 */
public record Broken(
    String path,
    int line,
    String name,
    Outcome outcome,
    String state,
    String before,
    String after) {}
