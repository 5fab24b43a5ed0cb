package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.replay.server.SharedServer;
import dev.annals.judge.rules.ExampleReplay.Judged;
import dev.annals.model.change.Verdict;
import dev.annals.model.history.Observation;
import dev.annals.model.story.NotJudged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of change that tools of the field tell apart is judged by the rule that {@code
 * kinds.sql} names, as the server does it, or is on the list of what no rule judges.
 */
class KindsOfChangeIT {

  private static final Path FOLDER = Path.of("src/test/resources/kinds");
  private static final Pattern TYPE = Pattern.compile("(.+?) to (.+?)( using .+)?");

  /** Not named by a kind, since no migration of a database makes one, or since it is no change. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "Subscriptions",
          "Roles, tablespaces and settings of the server",
          "Foreign servers and user mappings",
          "Operator classes, conversions, languages and text search",
          "Other products");

  /** A kind: its name, its lines of {@code -- key: value}, and its SQL. */
  private record Kind(String name, List<String> head, String sql) {

    String value(String key) {
      return head.stream()
          .filter(line -> line.startsWith("-- " + key + ": "))
          .map(line -> line.substring(key.length() + 5))
          .findFirst()
          .orElse("");
    }

    String before(String common) {
      String server = value("server");
      return (server.isEmpty() ? "" : "-- server: " + server + "\n")
          + (head.contains("-- identities: unknown") ? "-- identities: unknown\n" : "")
          + (head.contains("-- superuser") ? "-- superuser\n" : "")
          + common
          + (sql.contains("-- then\n") ? sql.substring(0, sql.indexOf("-- then\n")) : "");
    }

    String migration() {
      return sql.substring(sql.contains("-- then\n") ? sql.indexOf("-- then\n") + 8 : 0);
    }
  }

  @TestFactory
  Stream<DynamicTest> kinds() throws IOException {
    String common = Files.readString(FOLDER.resolve("before.sql"));
    return read().stream()
        .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind, common)));
  }

  @Test
  void everyRuleNamedIsARule() throws IOException {
    for (Kind kind : read()) {
      for (String id : rules(kind)) {
        assertTrue(RuleCatalogue.rule(id).isPresent(), kind.name() + " names " + id);
      }
    }
  }

  @Test
  void whatNobodyJudgesIsListedOnceAndShown() throws IOException {
    Set<String> listed =
        RulePages.notJudged().stream()
            .map(NotJudged::what)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = new TreeSet<>(ELSEWHERE);
    read().stream().map(kind -> kind.value("not judged")).forEach(named::add);
    named.remove("");
    assertEquals(named, listed);
  }

  private static void check(Kind kind, String common) {
    String before = kind.before(common);
    Judged judged =
        ExampleReplay.of(
                SharedServer.available(RuleExamplesIT.major(before)), before, kind.migration())
            .judged()
            .get(0);
    List<String> found = judged.claims().stream().map(Verdict::rule).toList();
    if (!kind.value("not judged").isEmpty()) {
      assertEquals(List.of(), found, "a rule judges it");
      return;
    }
    String told = judged.claims().stream().map(RuleExamplesIT::line).collect(Collectors.joining());
    assertTrue(found.containsAll(rules(kind)) && !found.isEmpty(), told);
    if (!judged.seen().equals(Observation.NOTHING)) {
      assertEquals(RuleExamplesIT.claimed(judged), RuleExamplesIT.seen(judged), told);
    }
  }

  private static List<String> rules(Kind kind) {
    return Arrays.stream(kind.value("rules").split(" ")).filter(id -> !id.isEmpty()).toList();
  }

  private static List<Kind> read() throws IOException {
    String all = Files.readString(FOLDER.resolve("kinds.sql"));
    List<Kind> kinds = new ArrayList<>();
    for (String part : all.substring(all.indexOf("-- kind: ")).split("-- kind: ")) {
      if (part.isEmpty()) {
        continue;
      }
      List<String> lines = part.lines().toList();
      List<String> head = lines.stream().skip(1).takeWhile(line -> line.startsWith("-- ")).toList();
      String sql =
          lines.stream().skip(1L + head.size()).collect(Collectors.joining("\n", "", "\n"));
      Kind kind = new Kind(lines.get(0), head, sql);
      kinds.add(kind.value("type").isEmpty() ? kind : new Kind(kind.name(), head, typed(kind)));
    }
    return kinds;
  }

  /** A table with a column of the one type, and the change to the other. */
  private static String typed(Kind kind) {
    Matcher type = TYPE.matcher(kind.value("type"));
    assertTrue(type.matches(), kind.name());
    String index =
        kind.value("type").contains("json ") ? "" : "CREATE INDEX typed_c ON typed (c);\n";
    return "CREATE TABLE typed (id bigint, c "
        + type.group(1)
        + ");\n"
        + index
        + "-- then\nALTER TABLE typed ALTER COLUMN c TYPE "
        + type.group(2)
        + (type.group(3) == null ? "" : type.group(3))
        + ";\n";
  }
}
