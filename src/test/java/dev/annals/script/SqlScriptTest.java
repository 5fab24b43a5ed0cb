package dev.annals.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  private static List<String> places(String sql) {
    return SqlScript.of(sql).statements().stream()
        .map(each -> each.first() + "-" + each.last())
        .toList();
  }

  @Test
  void statementsEndAtSemicolonsThatAreNotWithinAnything() {
    assertEquals(List.of("1-1", "2-3"), places("SELECT 1;\nSELECT\n2;"));
    assertEquals(List.of("1-1", "1-1"), places("SELECT ';'; SELECT \";\""));
    assertEquals(List.of("1-1", "1-1", "1-1"), places("SELECT E'\\';'; SELECT '\\'; SELECT 1'"));
    assertEquals(List.of("1-2"), places("DO $a$ BEGIN; $$;\n$a$"));
    assertEquals(List.of("1-1"), places("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)"));
    assertEquals(List.of("2-2"), places("-- a;\nSELECT /* /* ; */ ; */ 1;"));
    assertEquals(List.of(), places("-- nothing\n;;\n"));
    assertEquals(
        List.of("1-3", "4-4"),
        places(
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n"
                + "SELECT CASE WHEN true THEN 1 END;\nEND;\nSELECT 1;"));
    assertEquals(
        List.of("1-1", "5-5"), places("COPY t (a) FROM stdin;\n1;2\nit's\n\\.\nSELECT 1;"));
  }

  @Test
  void commentsHaveLinesAndStatementsAreWithoutThem() {
    SqlScript script = SqlScript.of("-- one\nSELECT 1 -- two\n  , '-- three' /* four\n*/;\n--");
    assertEquals(
        List.of("1: one", "2: two", "3: four\n", "5:"),
        script.comments().stream().map(each -> each.line() + ":" + each.text()).toList());
    SqlScript.Statement only = script.statements().get(0);
    assertTrue(only.text().contains("'-- three'") && !only.text().contains("two"), only.text());
    assertFalse(only.code().contains("three"), only.code());
    assertEquals(4, only.last());
  }

  @Test
  void whatIsNotClosedEndsWithTheFile() {
    for (String sql :
        List.of("SELECT '", "SELECT \"", "SELECT $$", "/*", "SELECT (", "--", "/*/")) {
      assertTrue(SqlScript.of(sql).statements().size() <= 1, sql);
    }
  }

  @Test
  void everyMigrationOfTheDemoIsTakenApart() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples/bookshop/migrations"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).toList()) {
        SqlScript script = SqlScript.of(Files.readString(file));
        assertFalse(script.statements().isEmpty(), file.toString());
        for (SqlScript.Statement statement : script.statements()) {
          assertTrue(
              statement
                  .code()
                  .matches(
                      "(?is)(create|alter|drop|insert|update|delete|comment|grant|revoke|set|do|with"
                          + "|select|copy|truncate|refresh|lock|merge|analyze)\\b.*"),
              () -> file + ": " + statement.code());
        }
      }
    }
  }
}
