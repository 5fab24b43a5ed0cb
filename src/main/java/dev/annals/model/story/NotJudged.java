package dev.annals.model.story;

/**
 * A sort of change that no rule judges.
 *
 * @param what the change, as a heading says it; Markdown of one line
 * @param because why none judges it, in whole sentences; Markdown of one line
 */
public record NotJudged(String what, String because) {}
