package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.app.config.Range;
import dev.annals.json.ChronicleJson;
import dev.annals.json.ChronicleReader;
import dev.annals.model.change.Bump;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.page.PageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Releases of several lines: each is told as what became of the one that it descends from. */
@ExtendWith(Browsing.class)
class ReleaseLinesIT {

  /** Of {@link #shop}. */
  private static final List<String> LINES =
      List.of(
          "v1.0 after nothing [1]",
          "v1.1 after v1.0 [2]",
          "beside: v1.1.1 after v1.1 [2.1]",
          "beside: v1.1.2 after v1.1.1 []",
          "v2.0 after v1.1 [3, 4]",
          "v2.1 after v2.0 [2.1, 5]",
          "v2.2 after v2.1 [6]",
          "v2.3 after v2.2 [7]",
          "Unreleased after v2.3 [8]");

  @TempDir Path temp;
  private Path project;
  private Git git;
  private int commits;

  @BeforeEach
  void init() throws IOException, GitAPIException {
    project = Files.createDirectories(temp.resolve("shop"));
    git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call();
    write("annals.yml", "title: Shop\n");
  }

  @AfterEach
  void close() {
    git.close();
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void migration(String name, String sql) throws IOException, GitAPIException {
    write("migrations/V" + name + ".sql", sql);
    commit(name);
  }

  private PersonIdent ada() {
    Instant when = Instant.parse("2024-01-01T10:00:00Z").plusSeconds(86_400L * commits++);
    return new PersonIdent("Ada", "ada@example.org", when, ZoneOffset.UTC);
  }

  private void commit(String message) throws GitAPIException {
    PersonIdent ada = ada();
    git.add().addFilepattern(".").call();
    git.commit().setMessage(message).setAuthor(ada).setCommitter(ada).setSign(false).call();
  }

  private void tag(String name) throws GitAPIException {
    git.tag().setName(name).setAnnotated(false).setSigned(false).call();
  }

  private void branch(String name, String from) throws GitAPIException {
    git.checkout().setName(name).setCreateBranch(true).setStartPoint(from).call();
  }

  private void checkout(String name) throws GitAPIException {
    git.checkout().setName(name).call();
  }

  /**
   * Main has v1.0, v1.1, v2.0, v2.1, v2.3; beside it are v1.1.1, which main gets later, and v1.1.2.
   * A branch that only raises a number has v2.2.
   */
  private void shop() throws IOException, GitAPIException {
    migration("1__orders", "CREATE TABLE orders (id int PRIMARY KEY, note text);");
    tag("v1.0");
    migration("2__day", "ALTER TABLE orders ADD COLUMN day date;");
    tag("v1.1");
    migration("3__basket", "CREATE TABLE basket (id int PRIMARY KEY);");
    migration("4__remark", "ALTER TABLE orders RENAME COLUMN note TO remark;");
    tag("v2.0");
    branch("line-1.1", "v1.1");
    migration("2.1__mail", "ALTER TABLE orders ADD COLUMN mail text;");
    tag("v1.1.1");
    migration("2.2__hotfix", "CREATE TABLE hotfix (id int PRIMARY KEY);");
    tag("v1.1.2");
    checkout("main");
    write("migrations/V2.1__mail.sql", "ALTER TABLE orders ADD COLUMN mail text;");
    migration("5__size", "ALTER TABLE basket ADD COLUMN size int;");
    tag("v2.1");
    migration("6__colour", "ALTER TABLE basket ADD COLUMN colour text;");
    branch("release-2.2", "main");
    write("version.txt", "2.2");
    commit("raise the number");
    tag("v2.2");
    checkout("main");
    migration("7__weight", "ALTER TABLE basket ADD COLUMN weight int;");
    tag("v2.3");
    migration("8__height", "ALTER TABLE basket ADD COLUMN height int;");
  }

  private Chronicle read(Path site) throws IOException {
    byte[] bytes = Files.readAllBytes(site.resolve("chronicle.json"));
    Chronicle chronicle = ChronicleReader.read(bytes);
    assertArrayEquals(bytes, ChronicleJson.write(chronicle));
    return chronicle;
  }

  /** Each release with the one that it is compared with, and the migrations that it brought. */
  private static List<String> told(Chronicle chronicle) {
    return chronicle.releases().stream()
        .map(
            release ->
                (release.aside() ? "beside: " : "")
                    + release.cut().name()
                    + " after "
                    + chronicle.before(release).map(each -> each.cut().name()).orElse("nothing")
                    + " "
                    + release.steps().stream()
                        .map(step -> chronicle.steps().get(step).step().migration().name())
                        .toList())
        .toList();
  }

  private static Release release(Chronicle chronicle, String name) {
    return chronicle.releases().stream()
        .filter(release -> release.cut().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> changes(Chronicle chronicle, String name) {
    return release(chronicle, name).changes().stream()
        .map(
            judged ->
                judged.change().getClass().getSimpleName()
                    + " "
                    + judged.change().subject().display())
        .toList();
  }

  @Test
  void eachReleaseIsComparedWithTheOneItDescendsFrom() throws Exception {
    shop();
    Path site = OwnSite.of(project, temp.resolve("site"));
    Chronicle chronicle = read(site);
    assertEquals(LINES, told(chronicle));
    assertEquals(List.of("Added orders.mail"), changes(chronicle, "v1.1.1"));
    assertEquals(List.of("Added hotfix"), changes(chronicle, "v1.1.2"));
    assertTrue(changes(chronicle, "v2.0").contains("Renamed orders.remark"));
    assertFalse(changes(chronicle, "v2.0").contains("Dropped orders.mail"));
    assertEquals(
        List.of("Added basket.size", "Added orders.mail"),
        changes(chronicle, "v2.1").stream().sorted().toList());
    // counted from v1.1, whatever the main history did meanwhile
    assertEquals(Bump.MINOR, release(chronicle, "v1.1.2").bump());
    assertEquals("1.1.0", release(chronicle, "v1.1").version().toString());
    assertEquals("1.2.0", release(chronicle, "v1.1.1").version().toString());
    assertEquals("1.3.0", release(chronicle, "v1.1.2").version().toString());

    Document aside = page(site, "releases/v1.1.2.html");
    assertTrue(
        aside
            .select(".lead")
            .text()
            .endsWith(
                "It is a maintenance release after v1.1.1, with which it is compared; the main"
                    + " history had gone on by then. The main history does not have its migration"
                    + " 2.2."),
        aside.select(".lead").text());
    assertEquals("Previousv1.1.1", aside.select(".turn").text());
    Document before = page(site, "releases/v1.1.html");
    assertEquals("Previousv1.0Nextv2.0", before.select(".turn").text());
    assertEquals(
        List.of("followed beside the main history by v1.1.1"),
        before.select(".meta.dots span:contains(beside)").eachText());
    assertEquals("Previousv1.1Nextv2.1", page(site, "releases/v2.0.html").select(".turn").text());
    assertEquals(
        List.of("maintenance release after v1.1.1", "maintenance release after v1.1"),
        page(site, "releases/index.html").select("span").eachText().stream()
            .filter(text -> text.startsWith("maintenance"))
            .toList());
    assertEquals(
        List.of("Unreleased", "v2.3", "v2.2", "v2.1", "v1.1.2"),
        page(site, "index.html").select(".releases .what a").eachText());
    String feed = Files.readString(site.resolve("feed.xml"));
    assertTrue(feed.indexOf("v2.1.html") < feed.indexOf("v1.1.2.html"), feed);
    assertTrue(feed.indexOf("v1.1.2.html") < feed.indexOf("v2.0.html"), feed);

    assertTrue(notes("v1.1.1").contains("(minor, after 1.1.0 in v1.1)"), notes("v1.1.1"));
    assertTrue(notes("v2.0").contains("after 1.1.0 in v1.1)"), notes("v2.0"));
    assertTrue(notes("").startsWith("# v2.3\n"), notes(""));
    assertTrue(notes("v1.1.1..v1.1.2").contains("Table hotfix is new"));
    assertFalse(notes("v1.1..v1.1.1").contains("basket"));
    // a tag that is no release goes on from one of its line, too
    checkout("line-1.1");
    migration("2.3__more", "CREATE TABLE more (id int PRIMARY KEY);");
    tag("trial");
    checkout("main");
    String trial = notes("trial");
    assertTrue(trial.contains("**Schema 1.4.0** (minor, after 1.3.0 in v1.1.2)"), trial);
    assertTrue(trial.contains("The main history does not have its migration 2.3."), trial);
    branch("trial-main", "main");
    tag("tried");
    assertTrue(notes("tried").contains(" in v2.3)"), notes("tried"));
  }

  private static Document page(Path site, String path) throws IOException {
    return Jsoup.parse(Files.readString(site.resolve(path)));
  }

  private String notes(String range) {
    return new WriteNotes(OwnSite.request(project, temp.resolve("none")), Progress.SILENT)
        .write(Range.parse(range), WriteNotes.Format.MD, null);
  }

  @Test
  void theMainHistoryIsTheAxisAndAllReleasesAreCompared(Browser browser) throws Exception {
    shop();
    Path site = OwnSite.of(project, temp.resolve("site"));
    browser.open(site, "compare.html#v1.1.2..v2.0");
    browser.waitFor("document.querySelector('[data-result] .lead')");
    assertEquals(
        "v1.0 v1.1 v1.1.1 v1.1.2 v2.0 v2.1 v2.2 v2.3 Unreleased",
        browser.run(
            "[...document.querySelector('[name=to]').options].map(o => o.value).join(' ')"));
    assertEquals(
        "column mail removed text|column remark changed was called note|table basket added"
            + "|table hotfix removed",
        lines(browser));
    assertEquals("Column orders.note is now called remark.", way(browser, "Breaking, on the way"));
    browser.click("[data-swap]");
    assertEquals("", way(browser, "Breaking, on the way"));
    browser.open(site, "compare.html#v1.1.2..v2.1");
    browser.waitFor("document.querySelector('[data-result] .lead')");
    assertFalse(lines(browser).contains("mail"), lines(browser));
    assertEquals(
        "v1.0 v1.1 v2.0 v2.1 v2.2 v2.3 Unreleased",
        browser.run("annalsHistory.releases.map(r => r[0]).join(' ')"));
    assertEquals(
        "0",
        browser.run(
            "annalsHistory.relations.filter(r => r[2].some(s => s[1] === 'hotfix')).length"));
    browser.open(site, "columns.html");
    browser.waitFor(
        "[...document.querySelectorAll('tbody tr')].some(r => /remark/.test(r.innerText))");
    assertFalse(browser.is("/\\bmail\\b/.test(document.querySelector('tbody').innerText)"));
    browser.open(site, "diagram.html");
    browser.waitFor("[...document.querySelectorAll('button')].some(b => b.innerText === 'Time')");
    browser.run(
        "[...document.querySelectorAll('button')].find(b => b.innerText === 'Time').click()");
    browser.waitFor("document.querySelector('.time input')");
    assertEquals("6", browser.run("document.querySelector('.time input').max"));
    assertEquals(List.of(), browser.errors());
  }

  private static String lines(Browser browser) {
    return browser.run(
        "[...document.querySelectorAll('[data-result] h2 + ol.changes li')]"
            + ".filter(li => !li.querySelector('.level, ul'))"
            + ".map(li => li.innerText.replace(/\\s+/g, ' ').trim()).sort().join('|')");
  }

  private static String way(Browser browser, String title) {
    return browser.run(
        "[...document.querySelectorAll('[data-result] h2')]"
            + ".filter(h => h.innerText.startsWith('"
            + title
            + "')).map(h => h.nextElementSibling.querySelector('p a').innerText).join('|')");
  }

  @Test
  void whatIsKeptGivesTheSame() throws Exception {
    shop();
    Path site = temp.resolve("site");
    build(site, true);
    migration("9__depth", "ALTER TABLE basket ADD COLUMN depth int;");
    build(site, true);
    Path fresh = temp.resolve("fresh");
    build(fresh, false);
    for (String path :
        List.of(
            "chronicle.json",
            "assets/history-data.js",
            "releases/v1.1.html",
            "releases/v1.1.2.html",
            "releases/v1.1.2.md",
            "releases/v2.3.html",
            PageNames.release("Unreleased"))) {
      assertEquals(
          Files.readString(fresh.resolve(path)), Files.readString(site.resolve(path)), path);
    }
    // a release of an older line comes in between
    checkout("line-1.1");
    migration("2.3__more", "CREATE TABLE more (id int PRIMARY KEY);");
    tag("v1.1.3");
    checkout("main");
    build(site, true);
    assertEquals(
        "Previousv1.1.1Nextv1.1.3", page(site, "releases/v1.1.2.html").select(".turn").text());
    build(fresh, false);
    assertEquals(
        Files.readString(fresh.resolve("releases/v1.1.2.html")),
        Files.readString(site.resolve("releases/v1.1.2.html")));
    assertEquals(read(fresh).releases(), read(site).releases());
  }

  private void build(Path site, boolean cached) {
    new BuildSite(
            new BuildRequest(
                project,
                project.resolve("annals.yml"),
                site,
                true,
                cached,
                Map.of("ANNALS_CACHE", temp.resolve("cache").toString())),
            Progress.SILENT)
        .run();
  }

  @Test
  void onTheOlderLineTheNewerOneIsBesideIt() throws Exception {
    shop();
    checkout("line-1.1");
    Chronicle chronicle = read(OwnSite.of(project, temp.resolve("site")));
    assertEquals(
        List.of(
            "v1.0 after nothing [1]",
            "v1.1 after v1.0 [2]",
            "beside: v2.0 after v1.1 []",
            "beside: v2.1 after v2.0 [2.1]",
            "beside: v2.2 after v2.1 []",
            "beside: v2.3 after v2.2 []",
            "v1.1.1 after v1.1 [2.1]",
            "v1.1.2 after v1.1.1 [2.2]"),
        told(chronicle));
    assertTrue(
        notes("v2.0").contains("a release beside the main history, after v1.1"), notes("v2.0"));
    assertTrue(notes("").startsWith("# v1.1.2\n"), notes(""));
  }

  @Test
  void whereGitKnowsNoDescentTheMigrationsTell() throws Exception {
    shop();
    for (String name :
        List.of("v1.0", "v1.1", "v2.0", "v1.1.1", "v1.1.2", "v2.1", "v2.2", "v2.3")) {
      alone(Constants.R_TAGS + name);
    }
    alone(Constants.R_HEADS + "main");
    Chronicle chronicle = read(OwnSite.of(project, temp.resolve("site")));
    assertEquals(LINES, told(chronicle));
  }

  /** Makes of what a name stands for a commit without parents, as in a squashed history. */
  private void alone(String name) throws IOException {
    try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(git.getRepository().resolve(name + "^{tree}"));
      commit.setAuthor(ada());
      commit.setCommitter(commit.getAuthor());
      commit.setMessage("all of it");
      ObjectId made = inserter.insert(commit);
      inserter.flush();
      var update = git.getRepository().updateRef(name);
      update.setNewObjectId(made);
      update.forceUpdate();
    }
  }
}
