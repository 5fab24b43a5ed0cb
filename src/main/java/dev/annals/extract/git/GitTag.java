package dev.annals.extract.git;

import dev.annals.model.history.Commit;

/**
 * A tag.
 *
 * @param name its short name: {@code v1.4.0}
 * @param commit the commit that it marks
 */
public record GitTag(String name, Commit commit) {}
