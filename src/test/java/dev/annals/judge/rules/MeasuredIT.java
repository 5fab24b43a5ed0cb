package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.rules.ExampleReplay.Judged;
import dev.annals.model.history.Observation;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule's example on the oldest and on the newest major: the server does what the rules claim,
 * and what {@code MEASURED.md} says. {@link RuleExamplesIT} does the same on the bundled major.
 *
 * <p>{@code -Dgolden.update=true} measures on all majors that are here, and writes the file anew.
 */
class MeasuredIT {

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final List<Integer> MAJORS =
      UPDATE
          ? MeasuredTable.MAJORS
          : List.of(
              MeasuredTable.MAJORS.get(0),
              MeasuredTable.MAJORS.get(MeasuredTable.MAJORS.size() - 1));

  private static MeasuredTable table = new MeasuredTable();

  @BeforeAll
  static void read() throws IOException {
    table = MeasuredTable.read();
  }

  @AfterAll
  static void write() throws IOException {
    if (UPDATE) {
      table.write();
    }
  }

  @Test
  void everyRuleHasARow() {
    if (!UPDATE) {
      assertEquals(MeasuredTable.rules(), table.written());
    }
  }

  @TestFactory
  Stream<DynamicNode> majors() {
    return MAJORS.stream().map(MeasuredIT::examplesOn);
  }

  private static DynamicNode examplesOn(int major) {
    String name = "PostgreSQL " + major;
    return SharedServer.present(major)
        ? dynamicContainer(
            name,
            RulePages.all().stream()
                .map(page -> dynamicTest(page.id() + " on " + major, () -> check(page, major))))
        : dynamicTest(name, () -> SharedServer.available(major));
  }

  private static void check(RulePage page, int major) {
    String cell = MeasuredTable.TOO_OLD;
    if (RuleExamplesIT.needed(page.before()) <= major) {
      Judged judged =
          ExampleReplay.of(SharedServer.available(major), page.before(), page.migration())
              .judged()
              .get(0);
      if (!judged.seen().equals(Observation.NOTHING)) {
        assertEquals(RuleExamplesIT.claimed(judged), RuleExamplesIT.seen(judged), page.id());
      }
      cell = MeasuredTable.cell(judged);
    }
    if (UPDATE) {
      table.put(page.id(), major, cell);
    } else {
      assertEquals(table.cell(page.id(), major), cell, page.id());
    }
  }
}
