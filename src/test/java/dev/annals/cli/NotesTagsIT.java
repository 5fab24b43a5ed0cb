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
    fails(2, "v1.22", "no release, tag or migration \"v1.22\"", "did you mean \"v1.2\"?");
    fails(3, "v0.1", "reading the tag v0.1: it holds no migrations");
    fails(3, "v0.1..v1.0", "it holds no migrations", "..v0.1");
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
    String chronicle = text("build/schema-site/chronicle.json");
    assertTrue(
        chronicle.indexOf("\"name\":\"v1.2.1\"") < chronicle.indexOf("\"name\":\"v1.3\""),
        "v1.2.1 stands after v1.3");
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
        "note: the release v1.4 is left out, since the files do not replay as git has them there",
        "V4__day.sql:1: relation \"odrers\" does not exist");
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
