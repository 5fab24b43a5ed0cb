package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code annals notes} and {@code annals explain}: ranges, formats, and what is wrong with them.
 */
class NotesIT extends CommandCase {

  @BeforeEach
  void shop() throws IOException {
    write("migrations/V1__orders.sql", "CREATE TABLE orders (id int PRIMARY KEY, mail text);");
    write("migrations/V2__note.sql", "ALTER TABLE orders ADD COLUMN note text;");
    write("migrations/V3__no_mail.sql", "ALTER TABLE orders DROP COLUMN mail;");
    write("migrations/V4__day.sql", "ALTER TABLE orders ADD COLUMN day date;");
    write(
        "annals.yml",
        "releases: { from: list, list: [{ version: '1.0', through: '1' },"
            + " { version: '2.0', through: '3', title: No mail }] }");
  }

  private void fails(int code, String[] arguments, String... fragments) {
    Outcome outcome = run(arguments);
    assertEquals(code, outcome.code(), outcome.err());
    has(outcome.err(), fragments);
  }

  @Test
  void theLastReleaseByDefault() {
    Outcome outcome = run("notes");
    assertEquals(0, outcome.code(), outcome.err());
    has(
        outcome.out(),
        "# 2.0 – No mail",
        "## Breaking",
        "Column orders.mail is gone",
        "`3` no mail",
        "note");
    assertFalse(outcome.out().contains("orders.day"), "what is not released is not told");
  }

  @Test
  void whatIsUnreleased() throws IOException {
    has(run("notes", "--unreleased").out(), "# Unreleased", "orders.day");
    Files.delete(project.resolve("migrations/V4__day.sql"));
    Outcome outcome = run("notes", "--unreleased");
    assertEquals(0, outcome.code());
    assertEquals("", outcome.out());
    has(outcome.err(), "nothing is unreleased since 2.0");
  }

  @Test
  void anyRange() {
    has(run("notes", "2..3").out(), "# 3 – no mail", "orders.mail");
    has(run("notes", "V2..").out(), "# Unreleased", "orders.mail", "orders.day");
    Outcome net = run("notes", "..3");
    has(net.out(), "Table orders is new");
    assertFalse(net.out().contains("Column orders.mail"), "what came and went is not told");
    has(run("notes", "1.0..2.0").out(), "# 2.0");
    has(run("notes", "4").out(), "# 4 – day");
  }

  @Test
  void otherFormats() throws IOException {
    has(
        run("notes", "2.0", "--format", "json").out(),
        "\"format\":\"annals-notes/1\"",
        "\"rule\":\"column-dropped\"");
    has(run("notes", "2.0", "--format", "html").out(), "<!doctype html>", "No mail</h2>");
    write("own.ftl", "<#list notes.breaking as item>! ${item.summary}</#list>");
    has(run("notes", "2.0", "--template", "own.ftl").out(), "! Column orders.mail is gone");
    assertEquals(0, run("notes", "2.0", "-o", "out/notes.md").code());
    has(Files.readString(project.resolve("out/notes.md")), "# 2.0");
  }

  @Test
  void wrongInput() throws IOException {
    fails(2, new String[] {"notes", "3..2"}, "runs backwards", "2..3");
    fails(
        2, new String[] {"notes", "2.00"}, "no release, tag or migration", "Did you mean \"2.0\"");
    fails(2, new String[] {"notes", "a...b"}, "it is not FROM..TO");
    fails(2, new String[] {"notes", ".."}, "it is not FROM..TO");
    fails(2, new String[] {"notes", "2.0", "--unreleased"}, "both a range");
    fails(2, new String[] {"notes", "--format", "pdf"}, "pdf");
    fails(2, new String[] {"notes", "--template", "none.ftl"}, "none.ftl");
    write("own.ftl", "one\n${notes.nothing}");
    fails(2, new String[] {"notes", "--template", "own.ftl"}, "own.ftl:2", "notes.nothing");
    write("own.ftl", "one\n<#list notes.groups as g>");
    fails(2, new String[] {"notes", "--template", "own.ftl"}, "own.ftl:2");
    write("own.ftl", "${'java.lang.Runtime'?new()}");
    fails(2, new String[] {"notes", "--template", "own.ftl"}, "own.ftl:1");
  }

  @Test
  void rulesAreExplained() {
    has(run("explain", "column-dropped").out(), "A column is dropped", "Instead", "DROP COLUMN");
    has(run("explain").out(), "column-dropped", "column-added-required");
    fails(2, new String[] {"explain", "colum-droped"}, "Did you mean \"column-dropped\"");
  }
}
