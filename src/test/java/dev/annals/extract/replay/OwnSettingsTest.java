package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Settings whose names are written somewhere are found, and those that cannot be told are missed.
 */
class OwnSettingsTest {

  private static Optional<List<String>> of(String sql) {
    byte[] script = sql.getBytes(StandardCharsets.UTF_8);
    return OwnSettings.of(
        FlywayProject.resolve(
            new FileSet(new TreeMap<>(Map.of("sql/V1__s.sql", script))),
            new FlywaySettings(
                "", List.of("sql"), Map.of("flyway.placeholderReplacement", "false"))),
        1);
  }

  @Test
  void namesAreFound() {
    for (String sql :
        List.of(
            "SET app.tenant = 'x';",
            "set\n session App.Tenant to 'x';",
            "SET LOCAL \"app\" . \"tenant\" TO 1;",
            "SELECT set_config('app.tenant', 'x', false);",
            "DO $$ BEGIN EXECUTE 'SET app.tenant = 1'; END $$;")) {
      assertEquals(Optional.of(List.of("annals.line", "app.tenant")), of(sql), sql);
    }
  }

  @Test
  void whatTheServerTellsItselfIsNotNeeded() {
    for (String sql :
        List.of(
            "SET search_path = a; SET TIME ZONE 'UTC';",
            "SELECT set_config('search_path', '', false);",
            "UPDATE t SET a = 1; ALTER TABLE t ALTER a SET DEFAULT 'x', SET (fillfactor = 70);",
            "CREATE TABLE t (a int REFERENCES b ON DELETE SET NULL); -- the data set, ours")) {
      assertEquals(Optional.of(List.of("annals.line")), of(sql), sql);
    }
  }

  @Test
  void whatIsPutTogetherCannotBeTold() {
    for (String sql :
        List.of(
            "SET ${name} = 1;",
            "SET app.${name} = 1;",
            "SELECT set_config(name, 'x', false) FROM settings;",
            "SELECT set_config('app.' || name, 'x', false) FROM settings;",
            "DO $$ BEGIN EXECUTE format('SET %s = 1', 'app.a'); END $$;",
            "DO $$ BEGIN EXECUTE 'set ' || name || ' = 1'; END $$;",
            "DO $$ BEGIN EXECUTE 'SET app.' || name; END $$;")) {
      assertEquals(Optional.empty(), of(sql), sql);
    }
  }
}
