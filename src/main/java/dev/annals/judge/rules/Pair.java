package dev.annals.judge.rules;

import dev.annals.model.schema.SchemaObject;

/**
 * One object at two moments.
 *
 * @param before it, as it was
 * @param after it, as it is now
 */
record Pair<T extends SchemaObject>(T before, T after) {}
