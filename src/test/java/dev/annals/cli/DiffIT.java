package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.annals.cli.CommandCase.Outcome;
import dev.annals.publish.comment.CodeHost;
import dev.annals.publish.comment.Platform;
import dev.annals.render.check.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five pull requests to one main branch, each previewed as a reviewer meets it. */
class DiffIT {

  private static final String SHOP =
      """
      CREATE TABLE customer (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL,
        mail text
      );
      CREATE TABLE orders (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        customer_id bigint NOT NULL REFERENCES customer,
        total numeric(10,2) NOT NULL
      );
      CREATE INDEX orders_customer ON orders (customer_id);
      """;

  @TempDir static Path temp;
  private static DiffRepository shop;

  @BeforeAll
  static void repository() throws Exception {
    shop = new DiffRepository(temp);
    shop.write("migrations/V1__shop.sql", SHOP);
    shop.write("migrations/V2__note.sql", "ALTER TABLE orders ADD COLUMN note varchar(200);\n");
    shop.write(
        "migrations/R__totals.sql",
        "CREATE OR REPLACE VIEW totals AS SELECT customer_id, sum(total) FROM orders GROUP BY 1;\n");
    shop.write("queries/mailing.sql", "SELECT name, mail FROM customer WHERE mail IS NOT NULL;\n");
    shop.write("docs/schema/orders.md", "---\nreviewed: \"2\"\n---\nWhat was bought.\n");
    shop.write("annals.yml", "title: Shop\ndatabases: [{ consumers: [queries/*.sql] }]\n");
    shop.commit("the shop");
    shop.push("main");
    shop.branch("old", "main");
    shop.checkout("main");
    pullRequests();
    shop.checkout("main");
    shop.write("migrations/V3__phone.sql", "ALTER TABLE customer ADD COLUMN phone text;\n");
    shop.commit("phone");
    shop.push("main");
  }

  private static void pullRequests() throws Exception {
    shop.branch("additive", "main");
    shop.write(
        "migrations/V4__lines.sql",
        """
        -- what was ordered, line by line
        CREATE TABLE order_line (
          order_id bigint NOT NULL REFERENCES orders,
          line int NOT NULL,
          book text NOT NULL,
          PRIMARY KEY (order_id, line)
        );
        ALTER TABLE orders ADD COLUMN placed timestamptz;
        """);
    shop.write("docs/schema/order_line.md", "One book of an order.\n");
    shop.commit("lines");
    shop.branch("breaking", "main");
    shop.write(
        "migrations/V4__tidy.sql",
        """
        ALTER TABLE customer DROP COLUMN mail;
        ALTER TABLE orders RENAME COLUMN note TO remark;
        ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total >= 0);
        """);
    shop.write("migrations/U4__tidy.sql", "ALTER TABLE orders DROP CONSTRAINT total_positive;\n");
    shop.commit("tidy");
    shop.branch("edited", "main");
    shop.write("migrations/V2__note.sql", "ALTER TABLE orders ADD COLUMN note text;\n");
    shop.commit("a longer note");
    shop.branch("conflict", "main");
    shop.write("migrations/V3__fax.sql", "ALTER TABLE customer ADD COLUMN fax text;\n");
    shop.commit("fax");
    shop.branch("hostile", "main");
    shop.write("migrations/V9__`@team` #1 <b>.sql", hostile());
    shop.commit("</details> @everybody");
  }

  private static String hostile() {
    return """
        CREATE TABLE "<script>alert(1)</script>" ("a|b" int PRIMARY KEY, "```" text, "\\|" text);
        CREATE TABLE "@team | `x` #12" ("%%{init}%%" int REFERENCES "<script>alert(1)</script>");
        CREATE TABLE "]]--> </details> {{7*7}}" ("/close" text, "\u202e gpj" text);
        COMMENT ON TABLE "@team | `x` #12" IS 'ping @team, see #12
        ```
        </details><img src=x onerror=alert(1)> [x](javascript:alert(1)) <!-- annals-diff -->';
        ALTER TABLE customer DROP COLUMN mail; -- ``` ~~~ </details>
        """;
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static void has(String text, String... fragments) {
    for (String fragment : fragments) {
      assertTrue(text.contains(fragment), () -> fragment + "\nis not in:\n" + text);
    }
  }

  private static Outcome preview(String branch, String... more) throws GitAPIException {
    shop.checkout(branch);
    String before = shop.status();
    String[] arguments = new String[more.length + 2];
    arguments[0] = "diff";
    arguments[1] = "--offline";
    System.arraycopy(more, 0, arguments, 2, more.length);
    Outcome outcome = shop.run(arguments);
    assertEquals(before, shop.status(), "the work tree is as it was");
    return outcome;
  }

  private static void golden(String name, String text) throws IOException {
    Path file = Path.of("src/test/resources/golden/diff-" + name + ".md");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
    assertEquals(Files.readString(file), text);
  }

  private static String comment(String branch) throws Exception {
    Outcome outcome = preview(branch, "--format", "md");
    assertEquals(0, outcome.code(), outcome.err());
    golden(branch, outcome.out());
    return outcome.out();
  }

  @Test
  void anAdditiveOne() throws Exception {
    String text = comment("additive");
    has(text, "(minor)", "Nothing that uses the schema should break", "t1[\"+ order_line\"]");
    assertFalse(text.contains("#### Breaking"));
    assertEquals(0, preview("additive", "--fail-on", "breaking,error").code());
    assertEquals(1, preview("additive", "--fail-on", "info,never").code());
  }

  @Test
  void aBreakingOne() throws Exception {
    String text = comment("breaking");
    has(
        text,
        "(major)",
        "3 changes break users",
        "`SELECT mail FROM customer` (a reader) worked before; now: ERROR",
        "Breaks `queries/mailing.sql:1`",
        "*Safe way:*",
        "| `orders` | ACCESS EXCLUSIVE | readers and writers | scans the table |",
        "`migrations/U4__tidy.sql` runs, but does not give the schema before",
        "`stale-page`");
    assertEquals(1, preview("breaking", "--fail-on", "breaking").code());
  }

  @Test
  void anEditedMigration() throws Exception {
    String text = comment("edited");
    has(
        text,
        "One problem stops it",
        "checksum mismatch",
        "Put the text back",
        "V4\\_\\_note.sql",
        "edited: `migrations/V2__note.sql`");
    assertEquals(1, preview("edited", "--fail-on", "error").code());
  }

  @Test
  void whatIsKnownOfTheBaseChangesNothing() throws Exception {
    for (String branch : List.of("additive", "breaking", "edited")) {
      String told = preview(branch, "--format", "md").out();
      assertEquals(told, preview(branch, "--format", "md").out());
      assertEquals(told, preview(branch, "--format", "md", "--no-cache").out());
    }
  }

  @Test
  void aVersionThatTwoBranchesTook() throws Exception {
    String text = comment("conflict");
    has(
        text,
        "Version 3 is taken twice: V3\\_\\_fax.sql here, V3\\_\\_phone.sql on origin/main",
        "Rename yours to V4\\_\\_fax.sql");
  }

  @Test
  void theSameAfterTheBranchesWereMerged() throws Exception {
    preview("conflict");
    shop.write("migrations/V3__phone.sql", "ALTER TABLE customer ADD COLUMN phone text;\n");
    try {
      Outcome outcome = shop.run("diff", "--offline", "origin/main..");
      assertEquals(0, outcome.code(), outcome.err());
      has(
          outcome.out(),
          "V3__phone.sql and V3__fax.sql; Flyway refuses both",
          "Rename V3__fax.sql to V4__fax.sql",
          "+ Column customer.fax");
    } finally {
      shop.delete("migrations/V3__phone.sql");
    }
  }

  @Test
  void aHostileOne() throws Exception {
    String text = comment("hostile");
    String outside = text.replaceAll("(?s)(`{3,})[a-z]+\\n.*?\\n\\s*\\1\\n", "");
    assertFalse(
        outside.matches("(?s).*(?<![`\\w])@\\w.*"), "somebody would be called:\n" + outside);
    Document page = rendered(text);
    assertEquals(0, page.select("script, img, iframe, [onerror], a[href^=javascript]").size());
    assertEquals(3, page.select("details").size(), page.outerHtml());
    assertEquals(4 + 1, page.select("tbody tr").size(), page.outerHtml());
    assertEquals(1, text.split("<!-- annals-diff -->\n", -1).length - 1, "one marker");
    assertFalse(text.contains("\u202e"), "writing that is turned round");
    String html = preview("hostile", "--format", "html").out();
    assertFalse(html.contains("<script"), "no script");
    assertFalse(html.contains("<img"), "no picture from elsewhere");
    String terminal = preview("hostile").out();
    assertFalse(terminal.matches("(?s).*[\\p{Cntrl}&&[^\\n]].*"), terminal);
  }

  /** As a code host renders it: with tables, and with HTML as it stands. */
  private static Document rendered(String markdown) {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.EXTENSIONS, List.of(TablesExtension.create()));
    return Jsoup.parse(
        HtmlRenderer.builder(options)
            .build()
            .render(Parser.builder(options).build().parse(markdown)));
  }

  @Test
  void otherFormsAndTwoCommits() throws Exception {
    Path json = temp.resolve("out/diff.json");
    preview("breaking", "--format", "json", "-o", json.toString());
    has(Files.readString(json), "\"format\":\"annals-diff/1\"", "\"bump\":\"MAJOR\"");
    Outcome three = preview("main", "main...additive");
    has(three.out(), "main (", "→ additive (", "+ Table order_line is new");
    has(preview("main", "old..main").out(), "customer.phone");
    has(preview("additive", "--base", "old").out(), "Table order_line is new");
    has(preview("main", "--json-schema").out(), "annals-diff/1", "$defs");
  }

  @Test
  void thePageShowsEveryPartBeforeAndAfter() throws Exception {
    shop.checkout("main");
    shop.write(
        "migrations/V4__more.sql",
        """
        ALTER TABLE orders RENAME TO purchase;
        DROP INDEX orders_customer;
        ALTER TABLE purchase ADD CONSTRAINT positive CHECK (total > 0);
        COMMENT ON TABLE purchase IS 'What was bought.';
        CREATE VIEW names AS SELECT name FROM customer;
        """);
    try {
      String page = preview("main", "HEAD..", "--format", "html").out();
      List<String> shown = new ArrayList<>();
      for (var table : Jsoup.parse(page).select("#tables ~ details:has(table.twin)")) {
        shown.add(table.select("summary").text());
        table
            .select("tr.added, tr.removed, tr.changed")
            .forEach(
                row ->
                    shown.add(
                        "%s %s".formatted(row.className(), row.select("code").text().strip())));
      }
      assertTrue(shown.contains("purchase (was orders) changed"), shown::toString);
      assertFalse(shown.contains("orders removed"), shown::toString);
      assertTrue(shown.contains("names view, added"), shown::toString);
      assertTrue(shown.contains("added What was bought."), shown::toString);
      assertTrue(
          shown.contains("added CONSTRAINT positive CHECK ((total > (0)::numeric))"),
          shown::toString);
      assertTrue(
          shown.stream().anyMatch(row -> row.startsWith("removed CREATE INDEX orders_customer")),
          shown::toString);
    } finally {
      shop.delete("migrations/V4__more.sql");
    }
  }

  @Test
  void asCodeHostsTakeFindings() throws Exception {
    Outcome outcome = preview("breaking", "--format", "sarif");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(outcome.out(), preview("breaking", "--format", "sarif").out());
    assertEquals(List.of(), SarifSchema.errors(outcome.out()));
    assertEquals(List.of(), SarifSchema.errors(preview("hostile", "--format", "sarif").out()));
    JsonNode run = JsonMapper.builder().build().readTree(outcome.out()).at("/runs/0");
    List<String> results = new ArrayList<>();
    Set<String> prints = new HashSet<>();
    for (JsonNode result : run.get("results")) {
      prints.add(result.at("/partialFingerprints/annals~1v1").asString());
      String rule = result.get("ruleId").asString();
      assertEquals(
          rule, run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id").asString());
      JsonNode place = result.at("/locations/0/physicalLocation");
      results.add(
          "%s %s %s:%d"
              .formatted(
                  result.get("level").asString(),
                  rule,
                  place.at("/artifactLocation/uri").asString(),
                  place.at("/region/startLine").asInt()));
    }
    assertEquals(results.size(), prints.size(), "each is known by something of its own");
    assertTrue(prints.stream().allMatch(print -> print.matches("[0-9a-f]{32}")));
    assertTrue(
        results.containsAll(
            List.of(
                "warning column-dropped migrations/V4__tidy.sql:1",
                "warning column-renamed migrations/V4__tidy.sql:2",
                "warning check-added migrations/V4__tidy.sql:3")),
        results::toString);
    has(
        preview("breaking", "--format", "github", "--fail-on", "breaking").out(),
        "::error file=migrations/V4__tidy.sql,line=1,",
        "title=annals%3A column-dropped");
    has(preview("breaking", "--format", "gitlab").out(), "\"check_name\":\"column-dropped\"");
  }

  @Test
  void foldersAndFiles() throws Exception {
    Path old = Files.createDirectories(temp.resolve("two/old/migrations")).getParent();
    Path now = Files.createDirectories(temp.resolve("two/now/migrations")).getParent();
    for (Path folder : new Path[] {old, now}) {
      Files.writeString(folder.resolve("migrations/V1__a.sql"), "CREATE TABLE a (x int);");
    }
    Files.writeString(now.resolve("migrations/V2__b.sql"), "ALTER TABLE a ADD y int;");
    Outcome folders = shop.runIn(temp.resolve("two"), "diff", "--offline", "old", "now");
    has(folders.out(), "Column a.y is new");
    for (String name : new String[] {"old", "now"}) {
      Outcome built =
          shop.runIn(temp.resolve("two"), "build", "--offline", name, "-o", "site-" + name);
      assertEquals(0, built.code(), built.err());
    }
    Outcome files =
        shop.runIn(temp.resolve("two"), "diff", "site-old/schema.json", "site-now/chronicle.json");
    assertEquals(0, files.code(), files.err());
    has(files.out(), "Column a.y is new", "nothing was replayed");
    Outcome none =
        shop.runIn(temp.resolve("two"), "diff", "site-old/index.html", "now/migrations/V1__a.sql");
    assertEquals(2, none.code());
    has(none.err(), "neither a chronicle nor a schema");
  }

  @Test
  void callbacksRunAroundWhatIsPending() throws Exception {
    Path old = Files.createDirectories(temp.resolve("back/old/migrations")).getParent();
    Path now = Files.createDirectories(temp.resolve("back/now/migrations")).getParent();
    for (Path folder : new Path[] {old, now}) {
      Files.writeString(folder.resolve("migrations/V1__a.sql"), "CREATE TABLE a (x int);");
      Files.writeString(
          folder.resolve("migrations/beforeMigrate.sql"), "CREATE SCHEMA IF NOT EXISTS s;");
    }
    Files.writeString(now.resolve("migrations/V2__b.sql"), "ALTER TABLE a ADD y int;");
    Files.writeString(
        now.resolve("migrations/afterMigrate.sql"), "CREATE VIEW s.latest AS SELECT y FROM a;");
    Outcome diff = shop.runIn(temp.resolve("back"), "diff", "--offline", "-v", "old", "now");
    has(diff.out(), "Column a.y is new", "s.latest is new");
    has(diff.out() + diff.err(), "the callback migrations/afterMigrate.sql is new");
    assertFalse(diff.out().contains("Schema s is new"), diff.out());
  }

  @Test
  void aLimitThatTheChangeBringsItselfCounts() throws Exception {
    shop.branch("limited", "main");
    shop.write("migrations/beforeEachMigrate.sql", "SET lock_timeout = '2s';\n");
    shop.write("migrations/V5__late.sql", "ALTER TABLE orders ADD COLUMN late boolean;\n");
    shop.commit("late, and no longer than two seconds");
    String text = preview("limited", "--format", "md").out();
    has(text, "orders.late");
    assertFalse(text.contains("missing-lock-timeout"), text);
  }

  @Test
  void whatTheChangeSaysAboutItselfIsNotTrusted() throws Exception {
    shop.checkout("additive");
    String before = Files.readString(shop.project().resolve("annals.yml"));
    shop.environment.put("SECRET", "hunter2");
    try {
      shop.write(
          "annals.yml",
          """
          title: ${SECRET}
          databases:
            - trust: true
              scratch: jdbc:postgresql://localhost:1/${SECRET}
              migrations: { settings: { placeholders.x: "${SECRET}" } }
          """);
      shop.write("migrations/V5__x.sql", "COMMENT ON TABLE customer IS '${x}';");
      Outcome outcome = shop.run("diff", "--offline", "--format", "json");
      assertEquals(0, outcome.code(), outcome.err());
      assertFalse(outcome.out().contains("hunter2"), outcome.out());
      has(outcome.out(), "it counts once it is merged", "\"project\":\"Shop\"");
    } finally {
      shop.environment.remove("SECRET");
      shop.write("annals.yml", before);
      shop.delete("migrations/V5__x.sql");
    }
  }

  @Test
  void commitsFromBeforeTheConfigurationAreReadWithIt() throws Exception {
    try (DiffRepository older = new DiffRepository(temp.resolve("older"))) {
      older.environment.put("SECRET", "hunter2");
      older.write(
          "db/V1__a.sql", "CREATE TABLE a (x int); CREATE TABLE again (x int PRIMARY KEY);");
      older.write("test/db/V7__no.sql", "CREATE TABLE of_a_test (x int);");
      older.write("deploy.sh", "exit 1\n");
      older.commit("a");
      older.tag("v1");
      older.write(
          "db/V2__y.sql",
          """
          ALTER TABLE a ADD COLUMN y int;
          DROP TABLE again;
          CREATE TABLE again (x bigint PRIMARY KEY);
          """);
      older.commit("y");
      older.tag("v2");
      older.write(
          "annals.yml",
          """
          title: ${SECRET}
          databases:
            - scratch: jdbc:postgresql://localhost:1/${SECRET}
              migrations: { locations: [db] }
          """);
      Outcome outcome = older.run("diff", "--offline", "v1..v2");
      assertEquals(0, outcome.code(), outcome.err());
      has(
          outcome.out(),
          "v1 has no annals.yml: the work tree's says where its migrations and pages are",
          "Column a.y is new",
          "again: ACCESS EXCLUSIVE lock");
      for (String wrong : List.of("of_a_test", "deploy.sh", "hunter2", "builds an index")) {
        assertFalse(outcome.out().contains(wrong), outcome.out());
      }
    }
  }

  @Test
  void aTeamDecidesAboutWhatIsFound() throws Exception {
    shop.checkout("main");
    String before = Files.readString(shop.project().resolve("annals.yml"));
    shop.branch("levels", "main");
    try {
      shop.write(
          "annals.yml",
          before
              + """
              check:
                rules: { migration-out-of-order: info, column-added: warn }
                ignore: [{ rule: migration-removed, path: "**/R__*.sql", reason: views go with V9 }]
              """);
      shop.commit("what we think");
      shop.write("migrations/V2.1__late.sql", "ALTER TABLE orders ADD COLUMN late int;");
      shop.write(
          "migrations/V3__phone.sql",
          """
          -- annals:ignore migration-edited nobody has run it
          ALTER TABLE customer ADD COLUMN phone varchar;
          """);
      shop.delete("migrations/R__totals.sql");
      Outcome outcome = preview("levels", "HEAD..", "--fail-on", "error");
      assertEquals(0, outcome.code(), outcome.out());
      has(
          outcome.out(),
          "info  migrations/V2.1__late.sql: Version 2.1 is new",
          "warning  migrations/V2.1__late.sql: Column orders.late is new",
          "ignored: migration-removed in migrations/R__totals.sql (views go with V9)",
          "ignored: migration-edited in migrations/V3__phone.sql (nobody has run it)");
      assertFalse(outcome.out().contains("unused-ignore"), outcome.out());
    } finally {
      shop.delete("migrations/V2.1__late.sql");
      try (Git git = Git.open(shop.project().toFile())) {
        git.checkout().setAllPaths(true).call();
      }
    }
  }

  @Test
  void wrongInput() throws Exception {
    fails(2, "Did you mean \"additive\"", "main..aditive");
    fails(2, "runs backwards", "additive..old");
    fails(2, "it is not BASE..HEAD", "a..b..c");
    fails(2, "neither two folders nor two files", "main", "additive");
    fails(2, "Choose one", "main..", "--base", "old");
    fails(2, "Did you mean \"breaking\"", "--fail-on", "braking");
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Outcome outside = shop.runIn(elsewhere, "diff");
    assertEquals(2, outside.code());
    has(outside.err(), "not in a git repository");
    Outcome bare = shop.runIn(shop.bare(), "diff");
    assertEquals(2, bare.code());
    has(bare.err(), "is bare");
  }

  private static void fails(int code, String message, String... arguments) throws Exception {
    Outcome outcome = preview("main", arguments);
    assertEquals(code, outcome.code(), outcome.err());
    has(outcome.err(), message);
  }

  @Test
  void branchesThatHaveNothingInCommon() throws Exception {
    try (DiffRepository other = new DiffRepository(temp.resolve("apart"))) {
      other.write("README.md", "words");
      other.commit("words");
      other.branch("feature", "main");
      other.write("migrations/V1__a.sql", "CREATE TABLE a (x int);");
      other.commit("a");
      Outcome none = other.run("diff", "--offline");
      assertEquals(0, none.code(), none.err());
      has(none.out(), "has no migrations: everything is new", "Table a is new");
      Outcome gone = other.run("diff", "--offline", "feature..main");
      assertEquals(2, gone.code());
      has(gone.err(), "runs backwards");
      other.orphan("island");
      other.write("migrations/V1__a.sql", "CREATE TABLE a (y int);");
      other.commit("another beginning");
      Outcome apart = other.run("diff", "--offline");
      assertEquals(2, apart.code(), apart.err());
      has(apart.err(), "no commit in common", "main..HEAD");
      Outcome without = other.run("diff", "--offline", "island..main");
      assertEquals(3, without.code(), without.err());
      has(without.err(), "looking for migrations in main", "and 1 in island");
    }
  }

  @Test
  void aCommentOnThePullRequest() throws Exception {
    try (CodeHost host = new CodeHost(Platform.GITHUB)) {
      host.say("Nice work!");
      shop.environment.put("GITHUB_TOKEN", CodeHost.TOKEN);
      shop.environment.put("GITHUB_REPOSITORY", "ada/shop");
      shop.environment.put("GITHUB_REF", "refs/pull/7/merge");
      shop.environment.put("GITHUB_API_URL", host.api());
      Outcome first = preview("additive", "--comment", "github");
      assertEquals(0, first.code(), first.err());
      has(first.err(), "commented on GitHub ada/shop #7");
      Outcome second = preview("breaking", "--comment", "github", "--fail-on", "breaking");
      assertEquals(1, second.code(), second.err());
      assertEquals(2, host.comments().size());
      has(host.comments().get(1), "<!-- annals-diff -->", "3 changes break users");
      assertFalse((first.err() + second.err() + second.out()).contains(CodeHost.TOKEN));
      shop.write("migrations/V5__bad.sql", "ALTER TABLE customer DROP COLUMN nothing;");
      assertEquals(3, shop.run("diff", "--offline", "--comment", "github").code());
      has(host.comments().get(1), "could not be previewed", "V5__bad.sql:1", "does not exist");
      shop.delete("migrations/V5__bad.sql");
      host.readOnly();
      Path summary = temp.resolve("summary.md");
      shop.environment.put("GITHUB_STEP_SUMMARY", summary.toString());
      shop.checkout("additive");
      Outcome fork = shop.run("diff", "--offline", "--comment", "github");
      assertEquals(0, fork.code(), fork.err());
      has(fork.err(), "the token may not write to GitHub ada/shop #7", "annals-diff.md");
      has(Files.readString(summary), "Table order\\_line is new");
      has(Files.readString(shop.project().resolve("annals-diff.md")), "Table order\\_line is new");
      shop.delete("annals-diff.md");
    } finally {
      shop.environment.keySet().removeIf(name -> name.startsWith("GITHUB_"));
    }
    fails(2, "its variables are not set here", "--comment", "github");
    fails(2, "Name it: --comment github", "--set-status");
  }

  @Test
  void aShallowClone() throws Exception {
    Path clone = temp.resolve("shallow");
    shop.push("additive");
    Git.cloneRepository()
        .setURI(shop.bare().toUri().toString())
        .setDirectory(clone.toFile())
        .setBranch("additive")
        .setBranchesToClone(List.of("refs/heads/additive"))
        .setDepth(1)
        .call()
        .close();
    Outcome outcome = shop.runIn(clone, "diff", "--offline");
    assertEquals(2, outcome.code(), outcome.err());
    has(outcome.err(), "the clone is shallow", "fetch-depth: 0");
  }

  @Test
  void aMigrationThatFails() throws Exception {
    shop.checkout("additive");
    shop.write("migrations/V5__bad.sql", "ALTER TABLE customer DROP COLUMN nothing;");
    try {
      Outcome outcome = shop.run("diff", "--offline");
      assertEquals(3, outcome.code());
      has(outcome.err(), "V5__bad.sql:1", "does not exist");
    } finally {
      shop.delete("migrations/V5__bad.sql");
    }
  }

  @Test
  void whatIsMendedInPartIsNeitherNewNorMended() throws Exception {
    shop.checkout("additive");
    shop.write(
        "migrations/V5__times.sql", "CREATE TABLE visit (id bigint PRIMARY KEY, began timestamp);");
    shop.write("migrations/V5.1__end.sql", "ALTER TABLE visit ADD COLUMN ended timestamp;");
    try {
      shop.commit("times");
      shop.write(
          "migrations/V6__zone.sql",
          "ALTER TABLE visit ALTER COLUMN began TYPE timestamptz USING began AT TIME ZONE 'UTC';\n"
              + "CREATE INDEX visit_ended ON visit (ended);");
      Outcome outcome = shop.run("diff", "--offline", "--format", "md", "HEAD..");
      assertEquals(0, outcome.code(), outcome.err());
      assertFalse(outcome.out().contains("local-timestamp"), outcome.out());
      has(outcome.out(), "the zone that the statement names", "    timestamp ended\n");
    } finally {
      Files.deleteIfExists(shop.project().resolve("migrations/V6__zone.sql"));
      try (Git git = Git.open(shop.project().toFile())) {
        git.reset().setMode(ResetCommand.ResetType.HARD).setRef("HEAD~1").call();
      }
    }
  }

  @Test
  void aMigrationOfRowsAlone() throws Exception {
    shop.checkout("additive");
    shop.write("migrations/V5__rows.sql", "-- delete from x;\nUPDATE customer SET mail = null;");
    try {
      Outcome outcome = shop.run("diff", "--offline", "HEAD..");
      assertEquals(0, outcome.code(), outcome.err());
      has(
          outcome.out(),
          "The schema stays the same; 1 migration changes rows",
          "What it does to rows is not taken back.");
      shop.write("migrations/V5__rows.sql", "CREATE TABLE t (x int);\nALTER TABLE t ADD y int;");
      Outcome fresh = shop.run("diff", "--offline", "HEAD..");
      assertFalse(fresh.out().contains("Locks"), "nobody waits for a table that is new");
      assertFalse(fresh.out().contains("changes rows"), fresh.out());
    } finally {
      shop.delete("migrations/V5__rows.sql");
    }
  }

  @Test
  void aViewThatStandsInTheWayOfAnUpgrade() throws Exception {
    shop.checkout("additive");
    shop.write(
        "migrations/V5__wide.sql", "ALTER TABLE orders ALTER COLUMN total TYPE numeric(12,2);");
    try {
      Outcome outcome = shop.run("diff", "--offline");
      assertEquals(0, outcome.code(), outcome.err());
      has(
          outcome.out(),
          "V5__wide.sql runs in a new database and fails in one that has run the base",
          "used by a view",
          "[upgrade-fails]");
    } finally {
      shop.delete("migrations/V5__wide.sql");
    }
  }

  @Test
  void filesThatAreGoneOrLate() throws Exception {
    shop.checkout("main");
    shop.write("migrations/V2.1__late.sql", "ALTER TABLE orders ADD COLUMN late int;");
    Outcome late = shop.run("diff", "--offline", "HEAD..");
    has(late.out(), "[migration-out-of-order]", "Rename it to V4__late.sql", "orders.late");
    Files.move(
        shop.project().resolve("migrations/V3__phone.sql"),
        shop.project().resolve("migrations/V5__phone.sql"));
    Outcome renumbered = shop.run("diff", "--offline", "HEAD..");
    has(renumbered.out(), "[migration-renumbered]", "was migrations/V3__phone.sql");
    shop.delete("migrations/V5__phone.sql");
    Files.move(
        shop.project().resolve("migrations/R__totals.sql"),
        shop.project().resolve("migrations/R__9_totals.sql"));
    Outcome renamed = shop.run("diff", "--offline", "HEAD..");
    has(renamed.out(), "R__totals.sql is called R__9_totals.sql now", "flyway repair");
    assertFalse(renamed.out().contains("R__totals.sql is gone"), renamed.out());
    shop.delete("migrations/R__9_totals.sql");
    Outcome removed = shop.run("diff", "--offline", "HEAD..");
    has(
        removed.out(),
        "V3__phone.sql is gone",
        "R__totals.sql is gone",
        "Column customer.phone is gone");
    shop.delete("migrations/V2.1__late.sql");
    try (Git git = Git.open(shop.project().toFile())) {
      git.checkout().setAllPaths(true).call();
    }
  }
}
