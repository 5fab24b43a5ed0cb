package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.json.ChronicleReader;
import dev.annals.model.history.Commit;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git says about a project, and what a project is without it. */
class GitIT {

  private static final Instant BEGINNING = Instant.parse("2024-02-28T22:00:00Z");
  private static final String ORDERS = "CREATE TABLE orders (id int PRIMARY KEY";

  @TempDir Path temp;
  private Path project;
  private Git git;
  private int commits;
  private final List<String> notes = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(temp.resolve("repository/shop"));
  }

  @AfterEach
  void close() {
    if (git != null) {
      git.close();
    }
  }

  private void init() throws GitAPIException {
    git =
        Git.init()
            .setDirectory(temp.resolve("repository").toFile())
            .setInitialBranch("main")
            .call();
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Each commit is made by another person, a day after the one before. */
  private RevCommit commit(String message) throws GitAPIException {
    String name = List.of("Ada", "Grace", "Edsger", "Barbara", "Tony").get(commits % 5);
    PersonIdent who =
        new PersonIdent(
            name,
            name + "@example.org",
            BEGINNING.plusSeconds(86_400L * commits++),
            ZoneOffset.UTC);
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    return git.commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false).call();
  }

  private void tag(String name) throws GitAPIException {
    git.tag().setName(name).setAnnotated(true).setSigned(false).setMessage(name).call();
  }

  private Chronicle build(Path folder) throws IOException {
    return build(folder, false);
  }

  private Chronicle build(Path folder, boolean cached) throws IOException {
    Path site = temp.resolve("site-" + folder.getFileName() + (cached ? "-cached" : ""));
    notes.clear();
    done.clear();
    Progress progress =
        new Progress() {
          @Override
          public void at(String what, int done, int all, String item) {}

          @Override
          public void done(String what) {
            done.add(what);
          }

          @Override
          public void note(String text) {
            notes.add(text);
          }
        };
    new BuildSite(
            new BuildRequest(
                folder, folder.resolve("annals.yml"), site, true, cached, OwnCache.environment()),
            progress)
        .run();
    return ChronicleReader.read(Files.readAllBytes(site.resolve("chronicle.json")));
  }

  private static Commit introduced(Chronicle chronicle, int step) {
    return chronicle.steps().get(step).step().migration().introduced();
  }

  private static List<String> releases(Chronicle chronicle) {
    return chronicle.releases().stream().map(release -> release.cut().name()).toList();
  }

  private static List<String> columns(Schema schema) {
    return schema.columns("public", "orders").stream().map(Column::name).toList();
  }

  private List<String> notesAbout(String word) {
    return notes.stream().filter(note -> note.contains(word)).toList();
  }

  @Test
  void withoutGit() throws Exception {
    write("migrations/V1__a.sql", ORDERS + ");");
    write("docs/schema/orders.md", "Why.\n");
    Chronicle chronicle = build(project);
    assertEquals(
        List.of("the project is not in a git repository: authors and dates are not known"), notes);
    assertEquals(Commit.UNKNOWN, introduced(chronicle, 0));
    assertEquals(List.of("1"), releases(chronicle));
  }

  @Test
  void aRepositoryWithoutCommits() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ");");
    build(project);
    assertEquals(1, notesAbout("has no commits").size(), notes.toString());
  }

  @Test
  void whoBroughtAFileIsFollowedThroughRenames() throws Exception {
    init();
    write("sql/V1__a.sql", ORDERS + ");");
    commit("orders");
    write("sql/V2__b.sql", "CREATE TABLE b (id int);");
    commit("b");
    Files.move(project.resolve("sql"), project.resolve("migrations"));
    commit("moved");
    Chronicle chronicle = build(project);
    assertEquals("Ada", introduced(chronicle, 0).author());
    assertEquals("2024-02-28", introduced(chronicle, 0).date());
    assertEquals("orders", introduced(chronicle, 0).subject());
    assertEquals("Grace", introduced(chronicle, 1).author());
    assertEquals("2024-02-29", introduced(chronicle, 1).date());
    assertEquals(List.of(), chronicle.steps().get(0).step().migration().edits());
  }

  /** From the merge's first parent neither the former name nor what brought it can be seen. */
  @Test
  void aRenameOnTheOtherSideOfAMergeIsFollowed() throws Exception {
    init();
    write("README.md", "Shop");
    commit("begun");
    git.branchCreate().setName("side").call();
    write("migrations/V1__orders.sql", ORDERS + ");");
    RevCommit brought = commit("orders");
    Files.move(
        project.resolve("migrations/V1__orders.sql"), project.resolve("migrations/V1_0__a.sql"));
    RevCommit renamed = commit("renamed");
    git.checkout().setName("side").call();
    write("NOTES.md", "Notes");
    commit("notes");
    git.merge().include(renamed).setMessage("merged").call();
    Commit introduced = introduced(build(project), 0);
    assertEquals("orders", introduced.subject());
    assertEquals(brought.getAuthorIdent().getName(), introduced.author());
  }

  @Test
  void beyondTheEdgeOfAShallowCloneNothingIsClaimed() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ");");
    write("docs/schema/orders.md", "Why.\n");
    commit("one");
    write("migrations/V2__b.sql", "CREATE TABLE b (id int);");
    commit("two");
    write("migrations/V3__c.sql", "CREATE TABLE c (id int);");
    commit("three");
    tag("v1.0");
    Path clone = temp.resolve("clone");
    Git.cloneRepository()
        .setURI(temp.resolve("repository").toUri().toString())
        .setDirectory(clone.toFile())
        .setDepth(2)
        .call()
        .close();
    Chronicle chronicle = build(clone.resolve("shop"));
    assertEquals(1, notesAbout("shallow").size(), notes.toString());
    assertEquals(Commit.UNKNOWN, introduced(chronicle, 0));
    assertEquals(Commit.UNKNOWN, introduced(chronicle, 1));
    assertEquals("Edsger", introduced(chronicle, 2).author());
    assertEquals(List.of("v1.0"), releases(chronicle));
    Chronicle whole = build(project);
    assertEquals(List.of(), notesAbout("shallow"));
    assertEquals("Ada", introduced(whole, 0).author());
  }

  @Test
  void aTagHoldsWhatItsOwnFilesGave() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ", note varchar(10));");
    write("migrations/V2__b.sql", "ALTER TABLE orders ADD total int;");
    commit("one");
    tag("v1.0");
    write("migrations/V1__a.sql", ORDERS + ", note text, mistake int);");
    write("migrations/V3__c.sql", "ALTER TABLE orders ADD placed date;");
    commit("edited afterwards");
    tag("v1.1");
    Chronicle chronicle = build(project);
    assertTrue(
        done.stream().anyMatch(line -> line.startsWith("1 tag replayed for itself: ")),
        done.toString());
    assertEquals(List.of("v1.0", "v1.1"), releases(chronicle));
    Release first = chronicle.releases().get(0);
    assertEquals(List.of("id", "note", "total"), columns(first.cut().schema().schema()));
    assertEquals(List.of("migrations/V1__a.sql"), first.cut().edited());
    assertEquals("2024-02-28", first.cut().date());
    Release second = chronicle.releases().get(1);
    assertEquals(
        List.of("id", "note", "mistake", "total", "placed"),
        columns(second.cut().schema().schema()));
    List<String> changes =
        second.changes().stream().map(judged -> judged.change().toString()).toList();
    assertTrue(changes.stream().anyMatch(change -> change.contains("mistake")), changes.toString());
    assertTrue(changes.stream().anyMatch(change -> change.contains("placed")), changes.toString());
    List<String> found =
        chronicle.findings().stream()
            .filter(finding -> finding.rule().equals("edited-migration"))
            .map(Finding::message)
            .toList();
    assertEquals(1, found.size());
    assertTrue(found.get(0).contains("it was edited on 2024-02-29 by Grace"), found.get(0));
    assertTrue(found.get(0).contains("it differs from the file in release v1.0"), found.get(0));
  }

  @Test
  void anEditAfterTheLastTagIsNotReleased() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ");");
    commit("one");
    tag("v1.0");
    write("migrations/V1__a.sql", ORDERS + ", mistake int);");
    commit("edited afterwards");
    Chronicle chronicle = build(project);
    assertEquals(List.of("v1.0", "Unreleased"), releases(chronicle));
    assertEquals(1, chronicle.releases().get(1).changes().size());
  }

  @Test
  void nothingIsUnreleasedWhereTheLastTagHoldsAll() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ");");
    write("migrations/R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM orders;");
    commit("one");
    tag("v1.0");
    write("README.md", "words");
    commit("two");
    tag("v1.0.1");
    Chronicle chronicle = build(project);
    assertEquals(List.of("v1.0"), releases(chronicle));
  }

  @Test
  void aReleaseTakesThePlaceOfItsOwnCandidate() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ");");
    commit("one");
    tag("v1.0-RC1");
    write("migrations/V2__b.sql", "CREATE TABLE b (id int);");
    commit("two");
    tag("v1.0-RC2");
    write("README.md", "words");
    commit("three");
    tag("v1.0");
    write("migrations/V3__c.sql", "CREATE TABLE c (id int);");
    commit("four");
    tag("v1.1.beta2");
    write("README.md", "more words");
    commit("five");
    tag("v1.1.1");
    Chronicle chronicle = build(project);
    assertEquals(List.of("v1.0-RC1", "v1.0", "v1.1.beta2"), releases(chronicle));
    assertEquals("2024-03-01", chronicle.releases().get(1).cut().date());
    assertEquals(List.of(), notesAbout("came after"));
  }

  @Test
  void tagsThatATeamHasGivenUpAreNamed() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ");");
    commit("one");
    tag("v1.0");
    for (int i = 2; i <= 21; i++) {
      write("migrations/V" + i + "__a.sql", "CREATE TABLE t" + i + " (id int);");
    }
    commit("many");
    build(project);
    assertEquals(1, notesAbout("20 of 21 migrations came after v1.0").size(), notes.toString());
    write("annals.yml", "releases: { from: git-tags }\n");
    build(project);
    assertEquals(List.of(), notesAbout("came after"));
  }

  @Test
  void tagsComeInTheOrderOfTheirCommitsThenOfTheirVersions() throws Exception {
    init();
    for (String version : List.of("1.9", "1.10", "2.0")) {
      write("migrations/V" + version + "__a.sql", "CREATE TABLE \"t" + version + "\" (id int);");
      commit(version);
      git.tag().setName("v" + version).setAnnotated(false).call();
    }
    git.tag().setName("v2.0-again").setAnnotated(false).call();
    git.tag().setName("nightly").setAnnotated(false).call();
    try (ObjectInserter inserter = git.getRepository().newObjectInserter()) {
      ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {1});
      inserter.flush();
      RefUpdate key = git.getRepository().updateRef("refs/tags/v0-signing-key");
      key.setNewObjectId(blob);
      assertEquals(RefUpdate.Result.NEW, key.update());
    }
    Chronicle chronicle = build(project);
    assertEquals(List.of("v1.9", "v1.10", "v2.0"), releases(chronicle));
  }

  @Test
  void aTagThatCannotBeReplayedIsLeftOutAndNamed() throws Exception {
    init();
    write("migrations/V1__a.sql", "CREATE TABLE orders (id int) WITH OIDS;");
    commit("written for an old server");
    tag("v0.9");
    write("migrations/V1__a.sql", ORDERS + ");");
    commit("edited, so that it runs today");
    tag("v1.0");
    Chronicle chronicle = build(project);
    assertEquals(
        List.of("v1.0"),
        chronicle.releases().stream().map(release -> release.cut().name()).toList());
    String notes = String.join("\n", chronicle.notes());
    assertTrue(notes.contains("the tag v0.9 is no release here"), notes);
    assertTrue(notes.contains("migrations/V1__a.sql:1"), notes);
  }

  /** Tags and traces are kept between runs: what is told is what a run that knows nothing tells. */
  private void assertKeptAsFresh(String when) throws IOException {
    build(project, true);
    build(project, false);
    for (String file : List.of("chronicle.json", "releases/index.html", "index.html")) {
      assertEquals(
          Files.readString(temp.resolve("site-shop").resolve(file)),
          Files.readString(temp.resolve("site-shop-cached").resolve(file)),
          when + ": " + file);
    }
  }

  @Test
  void whatIsKeptOfTagsAndCommitsIsWhatGitSays() throws Exception {
    init();
    write("migrations/V1__a.sql", ORDERS + ", mistake int);");
    commit("orders");
    tag("v1.0");
    write("migrations/V1__a.sql", ORDERS + ");");
    commit("edited afterwards");
    write("migrations/V2__b.sql", "ALTER TABLE orders ADD placed date;");
    RevCommit second = commit("placed");
    tag("v1.1");
    assertKeptAsFresh("first");

    write("migrations/V3__c.sql", "ALTER TABLE orders ADD note text;");
    assertKeptAsFresh("a new file");
    assertEquals(Commit.UNKNOWN, introduced(build(project, true), 2));
    commit("note");
    assertKeptAsFresh("committed");
    assertEquals("note", introduced(build(project, true), 2).subject());

    git.tag().setName("v1.0").setObjectId(second).setForceUpdate(true).setAnnotated(false).call();
    write("migrations/V4__d.sql", "ALTER TABLE orders DROP note;");
    assertKeptAsFresh("a tag marks another commit");
    git.tagDelete().setTags("v1.1").call();
    write("migrations/V2__b.sql", "ALTER TABLE orders ADD placed timestamp;");
    assertKeptAsFresh("a tag is gone, a file that it had is edited");
    tag("v2.0");
    write("annals.yml", "databases: [{ migrations: { settings: { placeholders.x: y } } }]");
    assertKeptAsFresh("a new tag, other settings");
    write("annals.yml", "semver: { rules: { column-dropped: { level: minor, reason: ours } } }");
    assertKeptAsFresh("the team thinks otherwise of a rule");
    write("migrations/V1__a.sql", ORDERS + ", later int);");
    assertKeptAsFresh("a file is edited that all releases have");
  }
}
