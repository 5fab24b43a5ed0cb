package dev.annals.extract.catalog.postgresql;

import dev.annals.model.schema.ObjectRef;

/**
 * A lock.
 *
 * @param relation on what, under the name it had before the migration
 * @param mode the server's word: {@code AccessExclusiveLock}
 */
public record HeldLock(ObjectRef relation, String mode) {}
