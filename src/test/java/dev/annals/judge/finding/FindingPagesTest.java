package dev.annals.judge.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.RuleBook;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding rule has a page, and every page a rule. */
class FindingPagesTest {

  /** A rule's id where a finding is made, whether by the record or by a method that makes one. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:new Finding|error|warning|finding|problem)\\(\\s*\"([a-z]+(?:-[a-z]+)*)\"");

  @Test
  void everyRuleHasAFolderAndEveryFolderARule() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("examples/findings"))) {
      assertEquals(
          new TreeSet<>(FindingPages.ids()),
          folders
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  /** Whatever the code calls a finding has a page that says what it means. */
  @Test
  void everyIdThatTheCodeWritesIsInTheBook() throws IOException {
    SortedSet<String> written = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher id = WRITTEN.matcher(Files.readString(file));
        while (id.find()) {
          written.add(id.group(1));
        }
      }
    }
    assertTrue(
        written.containsAll(List.of("upgrade-fails", "version-conflict", "migration-edited")),
        () -> "the pattern finds too little: " + written);
    written.removeAll(RuleBook.ids());
    assertEquals(new TreeSet<>(), written, "ids without a page");
  }

  @Test
  void everyPageAnswersThreeQuestions() {
    for (RulePage page : FindingPages.all()) {
      for (String part : List.of(page.title(), page.condition(), page.effect(), page.instead())) {
        assertFalse(part.isBlank(), page.id());
      }
    }
  }

  @Test
  void everyRuleOfEverySortIsInTheBookOnce() {
    List<String> pages = RuleBook.pages().stream().map(RulePage::id).sorted().toList();
    assertEquals(List.copyOf(RuleBook.ids()), pages);
    for (String id : pages) {
      assertEquals(id, RuleBook.page(id).orElseThrow().id());
    }
  }
}
