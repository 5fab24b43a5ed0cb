package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code annals notes} between git tags whose files were rewritten, deleted, or are not there. */
class NotesTagsIT extends CommandCase {

  private int commits;

  @BeforeEach
  void project() throws IOException, GitAPIException {
    try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
      write("annals.yml", "releases: { from: git-tags, match: 'v*' }");
      commit(git, "begin", "v0.1");
      write("migrations/a/V1__orders.sql", "CREATE TABLE orders (id int);");
      write("migrations/b/V1__baskets.sql", "CREATE TABLE orders (id int);");
      commit(git, "one folder for each product", "v0.2");
      Files.delete(project.resolve("migrations/a/V1__orders.sql"));
      Files.delete(project.resolve("migrations/b/V1__baskets.sql"));
      write("migrations/V1__orders.sql", "CREATE TABLE orders (id int PRIMARY KEY);");
      commit(git, "orders", "v1.0");
      write("migrations/V2__note.sql", "ALTER TABLE orders ADD COLUMN note text;");
      commit(git, "a note", "v1.1");
      write("migrations/V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY);");
      write("migrations/V3__mail.sql", "ALTER TABLE orders ADD COLUMN mail text;");
      commit(git, "mail, for @everybody", "v1.2");
      Files.delete(project.resolve("migrations/V2__note.sql"));
      write("migrations/V4__day.sql", "ALTER TABLE orders ADD COLUMN day date;");
      commit(git, "the day", "v1.3");
    }
  }

  private void commit(Git git, String message, String tag) throws GitAPIException {
    Instant when = Instant.parse("2024-01-01T10:00:00Z").plusSeconds(86_400L * commits++);
    PersonIdent ada = new PersonIdent("Ada", "ada@example.org", when, ZoneOffset.UTC);
    git.add().addFilepattern(".").call();
    git.add().addFilepattern(".").setUpdate(true).call();
    git.commit().setMessage(message).setAuthor(ada).setCommitter(ada).setSign(false).call();
    git.tag().setName(tag).setAnnotated(false).setSigned(false).call();
  }

  private void fails(int code, String range, String... fragments) {
    Outcome outcome = run("notes", range);
    assertEquals(code, outcome.code(), outcome.err());
    assertEquals("", outcome.out());
    has(outcome.err(), fragments);
  }

  @Test
  void whatWasRewrittenOrDeletedBetweenTwoTagsIsSaid() {
    Outcome rewritten = run("notes", "v1.1..v1.2");
    assertEquals(0, rewritten.code(), rewritten.err());
    has(
        rewritten.out(),
        "> **Mind:** Rewritten since v1.1: `1`.",
        "Column orders.id changes from integer to bigint",
        "mail, for @\u200Beverybody (Ada)");
    assertFalse(rewritten.out().contains("Deleted since"));
    Outcome deleted = run("notes", "v1.2..v1.3");
    has(
        deleted.out(),
        "> **Mind:** Deleted since v1.2: `2`.",
        "Column orders.note is gone",
        "after 1.1.0 in v1.2");
    assertFalse(deleted.out().contains("Rewritten since"));
    has(
        run("notes", "v1.1..v1.3", "--format", "json").out(),
        "\"rewritten\":[\"1\"]",
        "\"deleted\":[\"2\"]");
    assertFalse(run("notes", "v1.0..v1.1").out().contains("Mind"));
  }

  @Test
  void whatCannotBeToldIsRefused() {
    fails(2, "v1.3..v1.1", "it runs backwards", "v1.1..v1.3");
    fails(2, "v1.22", "no release, tag or migration \"v1.22\"", "Did you mean \"v1.2\"?");
    fails(3, "v0.1", "reading the tag v0.1: it holds no migrations");
    fails(3, "v0.1..v1.0", "it holds no migrations", "..TAG tells all");
  }

  @Test
  void aReleaseOfAnOlderLineStandsBesideItsOwn() throws GitAPIException, IOException {
    try (Git git = Git.open(project.toFile())) {
      git.checkout().setName("line-1.2").setCreateBranch(true).setStartPoint("v1.2").call();
      write("migrations/R__open.sql", "CREATE VIEW open_orders AS SELECT id FROM orders;");
      commit(git, "a view for the old line", "v1.2.1");
      git.checkout().setName("main").call();
      write("migrations/V5__hour.sql", "ALTER TABLE orders ADD COLUMN hour int;");
      commit(git, "the hour", "v1.4");
    }
    has(run("notes", "v1.3..v1.4").out(), "orders.hour");
    Outcome built = run("build", "--offline");
    assertEquals(0, built.code(), built.err());
    String releases = text("build/schema-site/releases/index.html");
    int newer = releases.indexOf("href=\"v1.3.html\"");
    assertTrue(newer > 0 && newer < releases.indexOf("href=\"v1.2.1.html\""), releases);
  }

  @Test
  void aReleaseThatDoesNotReplayIsLeftOutUnlessItIsTheNewest() throws GitAPIException, IOException {
    try (Git git = Git.open(project.toFile())) {
      write("migrations/V4__day.sql", "ALTER TABLE odrers ADD COLUMN day date;");
      commit(git, "a slip", "v1.4");
      Outcome newest = run("notes");
      assertEquals(3, newest.code(), newest.err());
      write("migrations/V4__day.sql", "ALTER TABLE orders ADD COLUMN day date;");
      write("migrations/V5__hour.sql", "ALTER TABLE orders ADD COLUMN hour int;");
      commit(git, "mended", "v1.5");
    }
    Outcome mended = run("notes");
    assertEquals(0, mended.code(), mended.err());
    has(mended.out(), "v1.5", "orders.hour");
    has(
        mended.err(),
        "note: the tag v1.4 is no release here: ",
        "V4__day.sql:1: relation \"odrers\" does not exist");
  }

  @Test
  void aTagThatFlywayRefusesIsLeftOutAndSaidSo() {
    Outcome notes = run("notes", "v1.0..v1.1");
    assertEquals(0, notes.code(), notes.err());
    has(
        notes.err(),
        "note: the tag v0.2 is no release here: resolving the migrations: Flyway refuses them",
        "What it brought is told with the next release");
    fails(3, "v0.2..v1.0", "reading the release v0.2 as its git tag has it", "more than one");
    Outcome alone = run("check", "-c", only("v0.2").toString());
    assertEquals(3, alone.code(), alone.err());
    has(alone.err(), "reading the release v0.2 as its git tag has it", "Choose another tag");
  }

  private Path only(String tag) {
    try {
      return Files.writeString(
          project.resolve("other.yml"), "releases: { from: git-tags, match: " + tag + " }");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void pagesAndFeedSayWhyVersionAndStepDisagree() throws IOException {
    Outcome built = run("build", "-o", temp.resolve("site").toString());
    assertEquals(0, built.code(), built.err());
    String told =
        "The schema version rose by a minor step only, since it counts the migrations as their files read now; between the schemas of the two releases lies a major step.";
    has(Files.readString(temp.resolve("site/releases/v1.2.html")), told);
    has(Files.readString(temp.resolve("site/releases/v1.2.md")), told);
    has(Files.readString(temp.resolve("site/feed.xml")), "1 changed, 1 breaking. " + told);
    assertFalse(Files.readString(temp.resolve("site/releases/v1.0.html")).contains("since it"));
  }

  @Test
  void aReleaseOfRewrittenFilesHasTheWitnessesOfItsMigrations()
      throws IOException, GitAPIException {
    project = Files.createDirectories(temp.resolve("library"));
    try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
      write("migrations/V1__book.sql", "CREATE TABLE book (id int, isbn text);");
      commit(git, "books", "v1.0");
      write("migrations/V2__isbn.sql", "ALTER TABLE book DROP COLUMN isbn;");
      commit(git, "no isbn", "v1.1");
      write("migrations/V1__book.sql", "CREATE TABLE book (id bigint, isbn text);");
      commit(git, "larger numbers", "later");
    }
    has(
        run("notes", "v1.0..v1.1").out(),
        "`SELECT isbn FROM book` (a reader) worked before; now: ERROR: column \"isbn\" does not exist");
  }

  @Test
  void aMoveIsToldWithTheReleasesOfItsEndsWhateverTheRange() throws IOException, GitAPIException {
    project = Files.createDirectories(temp.resolve("move"));
    try (Git git = Git.init().setDirectory(project.toFile()).setInitialBranch("main").call()) {
      write("migrations/V1__book.sql", "CREATE TABLE book (id int, price numeric(9,2));");
      commit(git, "books", "v1.0");
      write("migrations/V2__cents.sql", "ALTER TABLE book ADD COLUMN price_cents bigint;");
      commit(git, "cents", "v2.0");
      write("migrations/V3__copy.sql", "UPDATE book SET price_cents = price * 100;");
      commit(git, "copied", "v3.0");
      write("migrations/V4__drop.sql", "ALTER TABLE book DROP COLUMN price;");
      commit(git, "no price", "v4.0");
    }
    has(
        run("notes", "v1.0..v2.0").out(),
        "Column book.price\\_cents is new, to replace book.price, which goes in v4.0.");
    has(
        run("notes", "v3.0..v4.0").out(),
        "Column book.price is gone; book.price\\_cents has replaced it since v2.0.");
  }

  @Test
  void aShallowCloneSaysWhatItMayLack() throws GitAPIException {
    Path clone = temp.resolve("clone");
    Git.cloneRepository()
        .setURI(project.toUri().toString())
        .setDirectory(clone.toFile())
        .setDepth(1)
        .setNoTags()
        .call()
        .close();
    Outcome none = runIn(clone, environment, "notes", "v1.1..v1.3");
    assertEquals(3, none.code(), none.err());
    has(none.err(), "no git tag fits \"v*\"", "The clone is shallow", "--unshallow");
    try {
      Files.writeString(clone.resolve("annals.yml"), "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Outcome range = runIn(clone, environment, "notes", "v1.1..v1.3");
    assertEquals(2, range.code(), range.err());
    has(range.err(), "no release, tag or migration \"v1.1\"", "The clone is shallow");
  }
}
