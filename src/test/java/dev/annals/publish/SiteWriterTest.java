package dev.annals.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {

  @TempDir Path temp;

  @Test
  void publishesAndReplacesWhatItWroteBefore() throws IOException {
    publish("index.html", "a/b.html");
    publish("index.html", "c.html");
    assertEquals(List.of(".annals-site", "c.html", "index.html"), files());
  }

  @Test
  void keepsWhatSomebodyElsePutThere() throws IOException {
    publish("index.html");
    Files.writeString(temp.resolve("out/CNAME"), "docs.example.org");
    publish("index.html", "x.html");
    assertEquals(List.of(".annals-site", "CNAME", "index.html", "x.html"), files());
  }

  @Test
  void keepsLinksAndEmptyFoldersOfOthersAndNoneOfItsOwn() throws IOException {
    publish("index.html", "gone/b.html");
    Path out = temp.resolve("out");
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("page.html"), "theirs");
    Files.createSymbolicLink(out.resolve("latest"), elsewhere);
    Files.createSymbolicLink(out.resolve("dead"), Path.of("nowhere"));
    Files.createDirectories(out.resolve(".git/refs/tags"));
    publish("index.html");
    assertEquals(elsewhere, Files.readSymbolicLink(out.resolve("latest")));
    assertEquals(Path.of("nowhere"), Files.readSymbolicLink(out.resolve("dead")));
    assertTrue(Files.isDirectory(out.resolve(".git/refs/tags")));
    assertEquals(List.of(".annals-site", ".git", "dead", "index.html", "latest"), names(out));
    assertEquals(List.of("page.html"), names(elsewhere), "what a link leads to is not ours");
  }

  @Test
  void aSiteThatALinkLeadsToIsWrittenWhereItIs() throws IOException {
    Path www = Files.createDirectories(temp.resolve("srv/www"));
    Files.createSymbolicLink(temp.resolve("out"), www);
    publish("index.html");
    publish("index.html", "x.html");
    assertEquals(www, Files.readSymbolicLink(temp.resolve("out")));
    assertEquals(List.of(".annals-site", "index.html", "x.html"), names(www));
    assertEquals(List.of("www"), names(www.getParent()));
  }

  @Test
  void aFolderThatSomebodyPutWhereAFileOfOursWasStays() throws IOException {
    publish("index.html", "gone.html");
    Path folder = temp.resolve("out/gone.html");
    Files.delete(folder);
    Files.writeString(Files.createDirectories(folder).resolve("mine.txt"), "precious");
    publish("index.html");
    assertEquals("precious", Files.readString(folder.resolve("mine.txt")));
  }

  @Test
  void aFileThatStaysIsTheSameFile() throws IOException {
    Map<String, String> contents = Map.of("a.html", "one", "b.html", "two");
    Published first;
    try (SiteWriter writer = open()) {
      writer.accept(SiteFile.text("a.html", "1"));
      writer.accept(SiteFile.text("b.html", "2"));
      writer.publish();
      first = Published.read(writer.published(contents).write());
    }
    Path file = temp.resolve("out/a.html");
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    try (SiteWriter writer = open()) {
      assertTrue(writer.stands(first));
      assertTrue(writer.has(first, "a.html", "one"));
      assertFalse(writer.has(first, "a.html", "two"), "that is in another");
      assertFalse(writer.has(first, "c.html", ""), "there is none");
      writer.takeOver("a.html");
      writer.accept(SiteFile.text("b.html", "<a href=\"a.html\">a</a>"));
      writer.publish();
      assertFalse(writer.stands(first));
      assertTrue(writer.stands(writer.published(contents)));
    }
    assertEquals(key, Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    assertEquals("1", Files.readString(file));
    assertFalse(Published.NONE.stands(temp.resolve("out")));
  }

  @Test
  void refusesAFolderThatIsNotOurs() throws IOException {
    Files.createDirectories(temp.resolve("out"));
    Files.writeString(temp.resolve("out/thesis.txt"), "precious");
    Problem problem = assertThrows(Problem.class, () -> publish("index.html"));
    assertTrue(problem.getMessage().endsWith("the folder is not empty and not a site of ours"));
    assertEquals(List.of("thesis.txt"), files());
  }

  @Test
  void leavesTheFormerSiteWhenItIsNotPublished() throws IOException {
    publish("index.html");
    try (SiteWriter writer = open()) {
      writer.accept(SiteFile.text("other.html", "half"));
    }
    assertEquals(List.of(".annals-site", "index.html"), files());
    assertEquals(List.of("locks", "out"), names(temp));
  }

  @Test
  void aLinkThatLeadsNowhereStopsThePublication() throws IOException {
    publish("index.html");
    try (SiteWriter writer = open()) {
      writer.accept(SiteFile.text("a/b.html", "<a id=\"x\" href=\"../c.html#there\">c</a>"));
      writer.accept(SiteFile.text("c.html", "<a href=\"a/b.html#x\">b</a><p id=\"here\"></p>"));
      Problem problem = assertThrows(Problem.class, writer::publish);
      assertTrue(problem.getMessage().contains("a/b.html: ../c.html#there"));
    }
    assertEquals(List.of(".annals-site", "index.html"), files());
  }

  @Test
  void aMoveThatWasInterruptedIsMended() throws IOException {
    publish("index.html");
    Files.move(temp.resolve("out"), temp.resolve(".out.annals-old"));
    try (SiteWriter writer = open()) {
      assertTrue(Files.exists(temp.resolve("out/index.html")));
      writer.accept(SiteFile.text("index.html", ""));
    }
    assertFalse(Files.exists(temp.resolve(".out.annals-old")));
  }

  @Test
  void twoBuildsAtOnceAreRefused() {
    try (SiteWriter first = open()) {
      Problem problem = assertThrows(Problem.class, this::open);
      assertTrue(problem.getMessage().endsWith("another build is writing there just now"));
      first.accept(SiteFile.text("index.html", ""));
    }
  }

  @Test
  void noPageLeavesTheSite() {
    try (SiteWriter writer = open()) {
      for (String path : List.of("../x.html", "/etc/x.html", "a/../../x.html", "")) {
        SiteFile file = SiteFile.text(path, "");
        assertThrows(IllegalArgumentException.class, () -> writer.accept(file));
      }
    }
  }

  private SiteWriter open() {
    return SiteWriter.open(temp.resolve("out"), temp.resolve("locks"));
  }

  private void publish(String... paths) {
    try (SiteWriter writer = open()) {
      for (String path : paths) {
        writer.accept(SiteFile.text(path, "<p>" + path + "</p>"));
      }
      writer.publish();
    }
  }

  private List<String> files() throws IOException {
    Path out = temp.resolve("out");
    try (Stream<Path> walk = Files.walk(out)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
