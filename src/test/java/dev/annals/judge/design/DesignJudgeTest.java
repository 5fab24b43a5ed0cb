package dev.annals.judge.design;

import static dev.annals.judge.diff.Objects.column;
import static dev.annals.judge.diff.Objects.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.app.config.ConfigReader;
import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.diff.Snapshots;
import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import dev.annals.model.story.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignJudgeTest {

  private static final Snapshot ONE =
      new Snapshots()
          .with(1, table("public", "orders"))
          .with(11, column("orders", "price", 1, "numeric(10,2)"))
          .done();

  /** The price becomes a float, and the table has another name. */
  private static final Snapshot TWO =
      new Snapshots()
          .with(1, table("public", "purchase"))
          .with(11, column("purchase", "price", 1, "real"))
          .done();

  private static List<Finding> find(Scrutiny scrutiny) {
    Observation made =
        new Observation(
            1,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(
                new Observation.Statement(
                    4, "CREATE TABLE", List.of(ObjectRef.table("public", "orders")))),
            true);
    History history = new Histories().then(ONE, made).then(TWO).done();
    Cut cut = new Cut("v1", "", "", Commit.UNKNOWN, 0, ONE, List.of());
    Cut next = new Cut("v2", "", "", Commit.UNKNOWN, 1, TWO, List.of());
    JudgeSettings settings =
        new JudgeSettings(
            JudgeSettings.DEFAULT.initial(),
            JudgeSettings.DEFAULT.potentiallyBreaking(),
            JudgeSettings.DEFAULT.breakingBeforeOne(),
            JudgeSettings.DEFAULT.overrides(),
            scrutiny,
            JudgeSettings.DEFAULT.expectations());
    return Judge.judge(
            new Project("Shop", "", "", "docs/schema"),
            "shop",
            history,
            List.of(cut, next),
            List.of(),
            List.of(),
            List.of(),
            settings)
        .findings()
        .stream()
        .filter(finding -> DesignCatalogue.rule(finding.rule()).isPresent())
        .toList();
  }

  private static Finding of(String rule, Scrutiny scrutiny) {
    return find(scrutiny).stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWasThereFromTheStartIsFoundWhereItsTableWasMadeUnderItsOldName() {
    Finding found = of("table-without-primary-key", Scrutiny.HIGH);
    assertEquals("sql/V1__step.sql", found.path());
    assertEquals(4, found.line());
    assertEquals("1", found.migration());
    assertEquals("v1", found.release());
    assertEquals(Confidence.HIGH, found.confidence());
  }

  @Test
  void whatAColumnBecameIsFoundInTheMigrationThatMadeItSo() {
    Finding found = of("float-money", Scrutiny.HIGH);
    assertEquals("sql/V2__step.sql", found.path());
    assertEquals("2", found.migration());
    assertEquals("v2", found.release());
  }

  @Test
  void whatIsLessSureThanWantedIsAHint() {
    for (Finding finding : find(Scrutiny.HIGH)) {
      assertEquals(
          finding.confidence() != Confidence.HIGH,
          finding.severity() == Severity.HINT,
          finding::rule);
    }
    assertTrue(find(Scrutiny.LOW).stream().noneMatch(f -> f.severity() == Severity.HINT));
    assertEquals(List.of(), find(Scrutiny.OFF));
  }

  @Test
  void theSettingIsReadAndAnythingElseIsRefused(@TempDir Path folder) throws IOException {
    assertEquals(Scrutiny.HIGH, read(folder, ""));
    assertEquals(Scrutiny.LOW, read(folder, "check: { design: low }"));
    assertEquals(Scrutiny.OFF, read(folder, "check: { design: off }"));
    Problem problem =
        assertThrows(Problem.class, () -> read(folder, "check: { design: everything }"));
    assertTrue(problem.getMessage().contains("everything"), problem::getMessage);
    assertTrue(problem.advice().contains("high, medium, low, off"), problem::advice);
  }

  private static Scrutiny read(Path folder, String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("annals.yml"), yaml);
    return new ConfigReader(Map.of()).read(folder, file).semver().design();
  }
}
