package dev.annals.model.change;

/**
 * A change with its verdict.
 *
 * @param change the fact
 * @param verdict the opinion
 */
public record JudgedChange(Change change, Verdict verdict) {}
