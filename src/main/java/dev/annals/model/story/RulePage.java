package dev.annals.model.story;

/**
 * What is written about one rule, from its folder.
 *
 * @param id the rule's id: {@code column-dropped}
 * @param title its name for readers
 * @param condition when it speaks, in Markdown
 * @param effect what then happens, in Markdown
 * @param instead the safe way, in Markdown
 * @param before SQL of an example's schema
 * @param migration SQL of an example on which the rule speaks; empty where it judges the schema
 * @param safer SQL that reaches the same schema the safe way, or of a schema without the weakness;
 *     empty where there is none
 * @param expected the verdicts or findings on the example, one a line
 * @param measured the lock and the work of the example, for each run of majors that did the same:
 *     {@code 14 to 18: ACCESS EXCLUSIVE, rewrite}; empty where nothing was measured
 * @param catalogue what it judges: {@code rules} for changes, {@code safety} for migrations, {@code
 *     design} for schemas
 */
public record RulePage(
    String id,
    String title,
    String condition,
    String effect,
    String instead,
    String before,
    String migration,
    String safer,
    String expected,
    String measured,
    String catalogue) {}
