package dev.annals.model.story;

import dev.annals.model.change.Reversibility;

/**
 * A statement that takes one change back, made from the schemas before and after.
 *
 * @param sql the statement without a semicolon; empty where no exact one can be made
 * @param grade how far it brings back what was there
 * @param note what is lost, what to look out for, or why there is no statement; one sentence
 *     without a full stop; may be empty
 */
public record ReverseStatement(String sql, Reversibility grade, String note) {}
