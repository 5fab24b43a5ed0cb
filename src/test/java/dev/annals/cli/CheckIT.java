package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code annals check}: what fails, what a team may decide about it, and what is wrong with that.
 */
class CheckIT extends CommandCase {

  private static final String INVOICE =
      """
      CREATE TABLE customer (id bigint PRIMARY KEY);
      -- one bill
      CREATE TABLE invoice (
        id bigint PRIMARY KEY,
        customer_id bigint NOT NULL REFERENCES customer,
        price real);
      """;

  @BeforeEach
  void shop() throws IOException {
    write("migrations/V1__invoice.sql", INVOICE);
  }

  private Outcome check(int code, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "check";
    arguments[1] = "--offline";
    System.arraycopy(more, 0, arguments, 2, more.length);
    Outcome outcome = run(arguments);
    assertEquals(code, outcome.code(), () -> outcome.out() + outcome.err());
    return outcome;
  }

  private void refused(String yaml, String... fragments) throws IOException {
    write("annals.yml", yaml);
    has(check(2).err(), fragments);
  }

  @Test
  void findingsAreToldWithTheirLinesAndFailFromTheLevelThatIsAskedFor() {
    Outcome outcome = check(0);
    has(
        outcome.out(),
        "migrations/V1__invoice.sql\n",
        "  5: warning Foreign key invoice (customer_id) to customer has no index."
            + " [foreign-key-without-index]\n"
            + "    5 │ customer_id bigint NOT NULL REFERENCES customer,\n",
        "  6: warning ",
        "[float-money]",
        "    6 │ price real);\n      │ ^^^^^\n",
        "(the schema)\n",
        "2 warnings, 2 remarks",
        "; passed");
    assertFalse(outcome.out().contains("\u001b"), "no colours where there is no terminal");
    assertFalse(Files.exists(project.resolve("build")), "nothing is published");
    has(check(1, "--fail-on", "warn").out(), "failed: 2 at or above warn");
    check(1, "--fail-on", "info");
    check(0, "--fail-on", "never");
    check(2, "--fail-on", "sometimes");
  }

  @Test
  void coloursComeOnATerminalThatWantsThem() {
    environment.put("ANNALS_TERMINAL_OUT", "yes");
    has(check(0).out(), "\u001b[33mwarning\u001b[0m");
    assertFalse(check(0, "--no-color").out().contains("\u001b"));
    environment.put("NO_COLOR", "1");
    assertFalse(check(0).out().contains("\u001b"));
  }

  @Test
  void aTeamSaysHowMuchItMindsARule() throws IOException {
    write(
        "annals.yml",
        "check: { fail-on: warn, rules: { float-money: off, foreign-key-without-index: info } }");
    assertFalse(check(0).out().contains("float-money"));
    write("annals.yml", "check: { rules: { float-money: error } }");
    has(check(1).out(), "6: error ", "failed: 1 at or above error");
    write("annals.yml", "check: { rules: { table-added: warn } }");
    has(check(0).out(), "[table-added]", "Table customer is new");
  }

  @Test
  void whatATeamDecidesToLiveWithHasAReason() throws IOException {
    refused(
        """
        check:
          ignore:
            - { rule: foreign-key-*, path: 'migrations/**', reason: few rows }
        """,
        "annals.yml:3: check: there is no rule \"foreign-key-*\"");
    write(
        "annals.yml",
        """
        check:
          fail-on: warn
          ignore:
            - { rule: float-money, object: invoice, reason: prices are guesses }
            - { rule: foreign-key-without-index, path: '**/V1__*.sql', reason: few rows }
            - { rule: money-type, object: '*', reason: we had it once }
        """);
    Outcome outcome = check(1, "-v");
    has(
        outcome.out(),
        "annals.yml\n  6: warning Nothing is found any more that is ignored here: money-type of *",
        "[float-money] (ignored: prices are guesses)",
        "1 warning, 2 remarks (2 ignored",
        "failed: 1 at or above warn");
  }

  @Test
  void aCommentIgnoresWhatItsStatementBrings() throws IOException {
    write(
        "migrations/V1__invoice.sql",
        INVOICE.replace(
            "-- one bill",
            "-- annals:ignore float-money, foreign-key-without-index few rows, and guesses"));
    has(check(0, "--fail-on", "warn").out(), "(2 ignored");
    write(
        "migrations/V1__invoice.sql",
        "-- annals:ignore float-money guesses\n\n"
            + INVOICE
            + "-- annals:ignore foreign-key-without-index too late\nSELECT 1;");
    has(
        check(1, "--fail-on", "warn").out(),
        "7: warning Foreign key",
        "9: warning Nothing is found any more that is ignored here: foreign-key-without-index.",
        "(1 ignored");
  }

  @Test
  void aCommentThatCannotIgnoreIsAnError() throws IOException {
    write(
        "migrations/V1__invoice.sql",
        "-- annals:ignore flaot-money guesses\n-- annals:ignore float-money\n-- annals:ignore\n"
            + INVOICE);
    has(
        check(1).out(),
        "1: error This comment ignores nothing: there is no rule \"flaot-money\".",
        "Did you mean \"float-money\"?",
        "2: error This comment ignores nothing: it gives no reason.",
        "3: error This comment ignores nothing: it names no rule.",
        "Write -- annals:ignore rule-id and why.");
  }

  @Test
  void aPolicyThatIsNoneIsRefusedWhereItStands() throws IOException {
    refused(
        "check:\n  rules:\n    float-mony: off",
        "annals.yml:3: check: there is no rule \"float-mony\"",
        "Did you mean \"float-money\"?");
    refused("check: { rules: { float-money: loud } }", "loud", "Known: error, warn, info, off.");
    refused(
        "check: { fail-on: always }", "fail-on cannot be \"always\"", "error, warn, info, never");
    refused(
        "check:\n  ignore:\n    - rule: float-money\n      object: invoice",
        "annals.yml:3: check: it gives no reason why float-money is ignored");
    refused(
        "check: { ignore: [{ rule: float-money, reason: x }] }",
        "neither a path nor an object",
        "float-money: off");
    refused("check: { ignore: [{ object: a, reason: x }] }", "it names no rule");
    refused(
        "check: { ignore: [{ rule: float-money, objct: a, reason: x }] }",
        "Did you mean \"object\"?");
  }

  @Test
  void aBaselineKnowsWhatWasThereWhereverItsLineMoves() throws IOException {
    has(check(2, "--write-baseline").err(), "it has no name");
    check(0, "--baseline", "known.json", "--write-baseline");
    String file = Files.readString(project.resolve("known.json"));
    has(file, "\"annals-baseline/1\"", "float-money", "migrations/V1__invoice.sql");
    write("migrations/V1__invoice.sql", "\n\n-- moved\n" + INVOICE);
    has(
        check(0, "--baseline", "known.json", "--fail-on", "info").out(),
        "nothing found (4 in the baseline",
        "; passed");
    // the table is renamed: it is still the one that is known; a new one is not
    write(
        "migrations/V2__bill.sql",
        "ALTER TABLE invoice RENAME TO bill; CREATE TABLE offer (id bigint PRIMARY KEY, price real);");
    write("annals.yml", "check: { baseline: known.json, fail-on: warn }");
    Outcome outcome = check(1);
    has(outcome.out(), "offer.price", "1 warning, 2 remarks (4 in the baseline");
    assertFalse(outcome.out().contains("bill.price"), outcome.out());
    // and what is mended is told
    write("migrations/V3__exact.sql", "ALTER TABLE bill ALTER COLUMN price TYPE numeric(12,2);");
    has(check(1).out(), "1 of the baseline no longer found");
    has(check(1, "-v").out(), "in the baseline, and no longer found: float-money: ");
    check(0, "--write-baseline");
    assertFalse(check(0).out().contains("no longer"), "it was written anew");
  }

  @Test
  void aBaselineThatCannotBeReadIsNotTakenForAnEmptyOne() throws IOException {
    has(check(2, "--baseline", "none.json").err(), "none.json: there is no such file", "--write-");
    write("b.json", "{\"format\": \"annals-baseline/9\", \"findings\": []}");
    has(
        check(2, "--baseline", "b.json").err(),
        "it is of the version \"annals-baseline/9\", and this Annals reads annals-baseline/1");
    for (String text : new String[] {"", "[]", "{", "{\"format\": \"annals-baseline/1\"}", "x\n"}) {
      write("b.json", text);
      has(check(2, "--baseline", "b.json").err(), "reading the baseline ", "b.json: ");
    }
    has(
        check(2, "--baseline", "b.json", "--write-baseline").err(),
        "there is a file of that name, and it is no baseline");
    write("annals.yml", "check: { baseline: none.json }");
    has(run("build", "--offline").err(), "there is no such file");
  }

  @Test
  void aReportGoesToAFileOrToNone() throws IOException {
    Outcome outcome = check(1, "--fail-on", "warn", "--format", "json", "-o", "out/report.json");
    assertEquals("", outcome.out());
    has(outcome.err(), "2 warnings, 2 remarks");
    has(Files.readString(project.resolve("out/report.json")), "\"annals-check/1\"");
    write("taken", "a file");
    has(check(3, "-o", "taken/report.txt").err(), "writing the report to ", "taken/report.txt");
    has(check(3, "-o", "out").err(), "writing the report to ");
    assertEquals("a file", Files.readString(project.resolve("taken")));
    check(2, "--format", "yaml");
    check(2, "--write-baseline", "--baseline", "b.json", "-o", "x");
  }

  @Test
  void whatCannotRunIsNeverClean() throws IOException {
    write("migrations/V2__bad.sql", "ALTER TABLE nothing ADD x int;");
    has(check(3).err(), "V2__bad.sql:1");
    has(run("check", "no-such-folder").err(), "there is no such folder");
  }

  @Test
  void theSiteShowsWhatTheTeamHasDecided() throws IOException {
    check(0, "--baseline", "known.json", "--write-baseline");
    write("migrations/V2__b.sql", "CREATE TABLE b (id int PRIMARY KEY, price real, cost money);");
    write(
        "annals.yml",
        """
        check:
          baseline: known.json
          rules: { float-money: error, missing-page: off }
          ignore: [{ rule: money-type, object: b.cost, reason: "<b>old</b> ledger" }]
        """);
    Outcome outcome = run("build", "--offline");
    assertEquals(0, outcome.code(), outcome.err());
    String page = Files.readString(project.resolve("build/schema-site/checks.html"));
    has(
        page,
        "Ignored: &lt;b&gt;old&lt;/b&gt; ledger.",
        "id=\"known\"",
        "In the baseline.",
        "id=\"errors\"",
        "Column b.price is real");
    assertFalse(page.contains("missing-page"), "a rule that is off is not told");
    assertFalse(
        Files.readString(project.resolve("build/schema-site/tables/public.b.html"))
            .contains("money-type"),
        "what is ignored is told on the checks page alone");
  }
}
