package dev.annals.extract.history;

import dev.annals.model.history.Migration;
import org.flywaydb.core.internal.sqlscript.SqlScript;

/**
 * A migration that is to be replayed, with Flyway's own reading of its statements.
 *
 * @param migration what it is
 * @param script its statements, placeholders filled in, and how they are to be run
 */
public record PlannedMigration(Migration migration, SqlScript script) {}
