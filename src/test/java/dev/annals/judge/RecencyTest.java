package dev.annals.judge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecencyTest {

  private static Migration on(String date, String... edits) {
    return new Migration(
        MigrationKind.VERSIONED,
        "1",
        "step",
        "sql/V1__step.sql",
        1,
        "",
        "",
        commit(date),
        List.of(edits).stream().map(RecencyTest::commit).toList());
  }

  private static Commit commit(String date) {
    return date.isEmpty() ? Commit.UNKNOWN : new Commit("c" + date, "Ann", date, "say");
  }

  @Test
  void whatIsOlderThanAMonthThanTheNewestLiesBehind() {
    Recency recency = new Recency(List.of(on("2023-01-01"), on("2024-03-31"), on("")));
    assertTrue(recency.isPast("2024-02-29"));
    assertFalse(recency.isPast("2024-03-01"));
    assertFalse(recency.isPast(""), "not committed yet");
  }

  @Test
  void anEditIsAsYoungAsAMigration() {
    assertTrue(new Recency(List.of(on("2023-01-01", "2024-03-31"))).isPast("2023-12-31"));
  }

  @Test
  void withoutGitNothingLiesBehind() {
    assertFalse(new Recency(List.of(on(""), on(""))).isPast("2001-01-01"));
    assertFalse(new Recency(List.of()).isPast("2001-01-01"));
  }
}
