package dev.annals.extract.replay;

import dev.annals.extract.catalog.postgresql.PostgresRecorder.Changes;
import dev.annals.extract.catalog.postgresql.PostgresRecorder.RawLock;
import dev.annals.extract.history.PlannedMigration;
import java.util.List;

/**
 * A migration that has run, with all that the server told of it and nobody has looked at yet.
 *
 * @param planned which
 * @param micros how long it took, in microseconds
 * @param transactional whether it ran in one transaction
 * @param said the server's messages
 * @param held what was locked at its end
 * @param changes what the recorder saw
 */
record Ran(
    PlannedMigration planned,
    long micros,
    boolean transactional,
    List<String> said,
    List<RawLock> held,
    Changes changes) {}
