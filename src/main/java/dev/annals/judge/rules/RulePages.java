package dev.annals.judge.rules;

import dev.annals.model.story.NotJudged;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the rules' folders, which travel on the class path. A jar cannot be listed: the catalogue's
 * ids are the list.
 */
public final class RulePages {

  private static final RuleFolder FOLDER = new RuleFolder("rules");

  private RulePages() {}

  /** The pages of all rules, in the order of the catalogue. */
  public static List<RulePage> all() {
    Map<String, String> measured = measured();
    return RuleCatalogue.rules().stream()
        .map(rule -> FOLDER.read(rule.id(), measured.getOrDefault(rule.id(), "")))
        .toList();
  }

  /** The page of one rule; nothing where no rule has that id. */
  public static Optional<RulePage> of(String id) {
    return RuleCatalogue.rule(id)
        .map(rule -> FOLDER.read(rule.id(), measured().getOrDefault(rule.id(), "")));
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
    return FOLDER
        .file(file)
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(1)
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ", -1)))
        .toList();
  }
}
