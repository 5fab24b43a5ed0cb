package dev.annals.judge.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.Plan;
import dev.annals.extract.replay.Rehearsal;
import dev.annals.extract.replay.Replay;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.change.Change;
import dev.annals.model.history.History;
import dev.annals.model.schema.Schema;
import dev.annals.model.witness.Evidence;
import dev.annals.model.witness.Trial;
import dev.annals.model.witness.Tried;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Constraints beside others: what shows them, and why nothing shows those that refuse nothing. */
class ConstraintWitnessIT {

  private static final String BEFORE =
      """
      CREATE TABLE person (id int PRIMARY KEY);
      INSERT INTO person VALUES (1), (2);
      CREATE TABLE token (id int PRIMARY KEY, kind int CHECK (kind IN (1, 2)) NOT NULL, owner int NOT NULL);
      CREATE TABLE twice (id int PRIMARY KEY, owner int NOT NULL CONSTRAINT twice_old REFERENCES person);
      CREATE TABLE account (
        id char(36) PRIMARY KEY, origin text NOT NULL DEFAULT 'uaa', provider char(36) NOT NULL,
        name text NOT NULL, CONSTRAINT account_key UNIQUE (name, origin));
      CREATE TABLE seat (id int PRIMARY KEY, room text NOT NULL, taken bool NOT NULL DEFAULT false);
      CREATE TABLE job (name text NOT NULL, at timestamp NOT NULL,
        CONSTRAINT job_once EXCLUDE USING btree (name WITH =, at WITH =) WHERE (name <> 'AGAIN'));
      CREATE TABLE house (id int PRIMARY KEY, name text NOT NULL);
      CREATE UNIQUE INDEX house_upper ON house (upper(name));
      CREATE TABLE meeting (id int PRIMARY KEY, place text NOT NULL);
      CREATE TABLE note (id int PRIMARY KEY, org int NOT NULL);
      CREATE FUNCTION may_see(org int) RETURNS bool LANGUAGE sql STABLE AS $$
        SELECT coalesce(current_setting('shop.checks', true), 'false') <> 'strict'
          OR org::text = any(string_to_array(current_setting('shop.orgs', true), ','))
      $$;
      CREATE TABLE part (id int PRIMARY KEY, maker text NOT NULL);
      """;

  private static final String AFTER =
      """
      ALTER TABLE token ADD CONSTRAINT token_owner FOREIGN KEY (owner) REFERENCES person;
      ALTER TABLE twice ADD CONSTRAINT twice_new FOREIGN KEY (owner) REFERENCES person;
      CREATE UNIQUE INDEX account_lower ON account (provider, lower(name));
      CREATE UNIQUE INDEX seat_taken ON seat (room) WHERE taken;
      ALTER TABLE job DROP CONSTRAINT job_once;
      ALTER TABLE job ADD COLUMN many bool NOT NULL DEFAULT false;
      ALTER TABLE job ADD CONSTRAINT job_times UNIQUE (name, at, many);
      ALTER TABLE house ADD CONSTRAINT house_name UNIQUE (name);
      ALTER TABLE meeting ADD COLUMN format text NOT NULL DEFAULT 'ROOM';
      ALTER TABLE meeting ALTER COLUMN place DROP NOT NULL;
      ALTER TABLE meeting ADD CONSTRAINT meeting_place CHECK (format = 'ONLINE' OR place IS NOT NULL);
      ALTER TABLE meeting ADD COLUMN slug text;
      ALTER TABLE meeting ADD CONSTRAINT meeting_slug CHECK (slug <> 'admin');
      ALTER TABLE note ENABLE ROW LEVEL SECURITY;
      CREATE POLICY note_org ON note USING (may_see(org));
      ALTER TABLE part ADD COLUMN number text;
      ALTER TABLE part ADD CONSTRAINT part_number UNIQUE (maker, number);
      """;

  private static final Map<String, Evidence> FOUND = new HashMap<>();

  @BeforeAll
  static void tryThem() {
    ScratchServer server = SharedServer.available(0);
    Plan plan =
        FlywayProject.resolve(
            new FileSet(
                new TreeMap<>(
                    Map.of(
                        "sql/V1__before.sql", BEFORE.getBytes(StandardCharsets.UTF_8),
                        "sql/V2__after.sql", AFTER.getBytes(StandardCharsets.UTF_8)))),
            new FlywaySettings("", List.of("sql"), Map.of()));
    History history = Replay.run(server, plan, (number, all, script) -> {});
    Schema before = history.before(1).schema();
    Schema after = history.last().schema();
    List<Change> changes = SchemaDiff.between(history.before(1), history.last());
    List<Trial> trials =
        changes.stream()
            .map(change -> Trial.untilRefused(1, 2, Probes.of(change, before, after)))
            .toList();
    List<List<Tried>> tried = Rehearsal.run(server, plan, trials, (number, all, script) -> {});
    for (int i = 0; i < changes.size(); i++) {
      FOUND.put(
          changes.get(i).subject().name(),
          Verified.evidence(changes.get(i), tried.get(i), before, after));
    }
  }

  private static void shown(String name, String state) {
    Evidence evidence = FOUND.get(name);
    assertEquals(
        List.of(state),
        evidence.witnesses().stream().map(each -> each.state()).toList(),
        name + evidence);
    assertTrue(evidence.witnesses().get(0).after().contains(name), evidence.toString());
  }

  private static void moot(String name, String why) {
    assertEquals("No statement can show it, because " + why, FOUND.get(name).unseen());
  }

  @Test
  void aRowRefersToNothingWhereOnlyTheFirstOnesMeetTheOtherConditions() {
    shown("token_owner", "23503");
  }

  @Test
  void rowsDifferInAnOlderKeyWhoseColumnsHaveDefaults() {
    shown("account_lower", "23505");
  }

  @Test
  void rowsMeetTheConditionOfAPartialIndex() {
    shown("seat_taken", "23505");
  }

  @Test
  void rowsAreThoseThatAnOlderKeyLetPass() {
    shown("job_times", "23505");
  }

  @Test
  void sessionsSetWhatAPolicyReads() {
    Evidence evidence = FOUND.get("note");
    assertEquals(2, evidence.witnesses().size(), evidence.toString());
    assertTrue(
        evidence.witnesses().get(0).setup().toString().contains("'shop.checks', ('strict')"),
        evidence.toString());
  }

  @Test
  void whatAnOlderConstraintRefusesIsNoNews() {
    moot("twice_new", "what it refuses was refused before: twice_old asks for the same");
    moot("house_name", "what it refuses was refused before: house_upper asks for the same");
  }

  @Test
  void newColumnsMeetAConditionByDefault() {
    moot(
        "meeting_slug",
        "its columns are as new as itself: what worked before leaves them as they are by default,"
            + " which meets it");
    moot("meeting_place", "the column place took no null before, and whatever is in it meets it");
  }

  @Test
  void aNewColumnIsNullAndNoTwoNullsAreEqual() {
    moot(
        "part_number",
        "the column number is as new as itself: what worked before leaves it null, and no null is"
            + " equal to another");
  }

  @Test
  void oneOfSeveralConditionsIsEnoughOnlyAtTheTop() {
    assertEquals(
        List.of("(a = ' OR ('::text)", "(b IS NOT NULL)"),
        Moot.alternatives("((a = ' OR ('::text) OR (b IS NOT NULL))"));
    assertEquals(List.of(), Moot.alternatives("((a > 1) AND ((b = 1) OR (c IS NOT NULL)))"));
  }
}
