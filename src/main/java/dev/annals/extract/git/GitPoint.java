package dev.annals.extract.git;

import dev.annals.model.history.Commit;

/**
 * A commit under the name by which it was asked for.
 *
 * @param name {@code main}, {@code v1.4}, or a hash
 * @param commit the commit itself
 */
public record GitPoint(String name, Commit commit) {}
