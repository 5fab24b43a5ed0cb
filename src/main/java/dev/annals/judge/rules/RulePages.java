package dev.annals.judge.rules;

import dev.annals.model.Problem;
import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the rules' folders, which travel on the class path. A jar cannot be listed: the catalogue's
 * ids are the list.
 */
public final class RulePages {

  private static final String ROOT = "/dev/annals/rules/";
  private static final List<String> PARTS = List.of("## Condition", "## Effect", "## Instead");

  private RulePages() {}

  /** The pages of all rules, in the order of the catalogue. */
  public static List<RulePage> all() {
    Map<String, String> measured = measured();
    return RuleCatalogue.rules().stream().map(rule -> read(rule.id(), measured)).toList();
  }

  /** The page of one rule; nothing where no rule has that id. */
  public static Optional<RulePage> of(String id) {
    return RuleCatalogue.rule(id).map(rule -> read(rule.id(), measured()));
  }

  /** What no rule judges, and why, from the lines of a table. */
  public static List<NotJudged> notJudged() {
    return rows("NOT-JUDGED.md").stream()
        .map(row -> new NotJudged(row.get(0), row.get(1)))
        .toList();
  }

  /** By rule, in short, what was measured on which majors. */
  private static Map<String, String> measured() {
    return rows("MEASURED.md").stream()
        .collect(
            Collectors.toMap(row -> row.get(0), row -> Majors.told(row.subList(1, row.size()))));
  }

  /** The cells of a file's one table, without its head. */
  private static List<List<String>> rows(String file) {
    String text = text(file).orElseThrow(() -> missing("catalogue", file));
    return text.lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .toList();
  }

  private static RulePage read(String id, Map<String, String> measured) {
    String page = text(id, "page.md").orElseThrow(() -> missing(id, "page.md"));
    List<String> parts = parts(id, page);
    return new RulePage(
        id,
        page.substring(2, page.indexOf('\n')).trim(),
        parts.get(0),
        parts.get(1),
        parts.get(2),
        text(id, "before.sql").orElseThrow(() -> missing(id, "before.sql")),
        text(id, "migration.sql").orElseThrow(() -> missing(id, "migration.sql")),
        text(id, "safer.sql").orElse(""),
        text(id, "expected.txt").orElseThrow(() -> missing(id, "expected.txt")),
        measured.getOrDefault(id, ""));
  }

  /** The three headed parts, in their order. */
  private static List<String> parts(String id, String page) {
    List<String> parts = new ArrayList<>();
    int end = page.length();
    for (int i = PARTS.size() - 1; i >= 0; i--) {
      int start = page.lastIndexOf("\n" + PARTS.get(i) + "\n", end);
      if (start < 0) {
        throw Problem.failure(
            "reading the page of rule " + id + ": it has no part '" + PARTS.get(i) + "'",
            "A rule's page has the parts Condition, Effect and Instead, in this order.");
      }
      parts.add(0, page.substring(start + PARTS.get(i).length() + 2, end).trim());
      end = start;
    }
    return List.copyOf(parts);
  }

  private static Optional<String> text(String id, String file) {
    return text(id + "/" + file);
  }

  private static Optional<String> text(String path) {
    try (InputStream in = RulePages.class.getResourceAsStream(ROOT + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Problem missing(String id, String file) {
    return Problem.failure(
        "reading the page of rule " + id + ": its " + file + " is missing from this build",
        "Build Annals again; the folder examples/rules is part of it.");
  }
}
