package dev.annals.render.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.JudgeSettings;
import dev.annals.judge.Net;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Commit;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import dev.annals.model.story.Preview;
import dev.annals.model.story.Preview.Point;
import dev.annals.model.story.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A comment is never longer than a code host takes, however much there is to say. */
class DiffMarkdownTest {

  static Preview preview(int tables, String name) {
    Schema before = schema(tables, name, 3);
    Schema after = schema(tables / 2, name, 2);
    SemanticVersion version = new SemanticVersion(1, 0, 0);
    Net net = Net.between(before, after, JudgeSettings.DEFAULT, version);
    return new Preview(
        new Project("Shop", "", "", ""),
        "shop",
        "",
        new Point("a.json", Commit.UNKNOWN),
        new Point("b.json", Commit.UNKNOWN),
        before,
        after,
        net.changes(),
        net.bump(),
        version,
        version.next(net.bump()),
        List.of(),
        List.of(),
        List.of(),
        net.findings(),
        List.of(),
        net.mended(),
        List.of());
  }

  private static Schema schema(int tables, String name, int columns) {
    List<SchemaObject> objects = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      String table = name + i;
      objects.add(
          new Table(
              "public",
              table,
              TableKind.ORDINARY,
              Persistence.PERMANENT,
              "",
              "",
              "",
              List.of(),
              new TreeMap<>(),
              "",
              "",
              false,
              false,
              "",
              "",
              ""));
      for (int c = 1; c <= columns; c++) {
        objects.add(new Column("public", table, "c" + c, c, "text", true, "", "", "", "", "", ""));
      }
    }
    return Schema.of(objects);
  }

  @Test
  void whatFitsIsThereAsAWhole() {
    String text = DiffMarkdown.of(preview(4, "t"));
    assertFalse(text.contains("shortened"), text);
    assertTrue(text.contains("```mermaid"), text);
    assertTrue(text.contains("Table t3 is gone"), text);
  }

  @Test
  void aThousandTables() {
    Preview preview = preview(1000, "table_with_a_rather_long_name_to_fill_the_comment_");
    String text = DiffMarkdown.of(preview);
    assertTrue(text.length() <= DiffMarkdown.LIMIT, text.length() + " characters");
    assertTrue(text.contains("#### Breaking"), "what breaks is told");
    assertTrue(text.contains("shortened"), "it says that it is not all");
    assertTrue(text.matches("(?s).*And \\d+ more.*"), "it says how much is missing");
    assertEquals(
        text.split("<details", -1).length, text.split("</details>", -1).length, "nothing is cut");
  }

  @Test
  void everyLimitIsKept() {
    Preview preview = preview(60, "`|`<b>");
    for (int limit = 400; limit < 30_000; limit += 500) {
      int length =
          DiffMarkdown.of(preview, new DiffMarkdown.Form("", limit, limit % 1000 == 400)).length();
      assertTrue(length <= limit, length + " characters of " + limit);
    }
  }
}
