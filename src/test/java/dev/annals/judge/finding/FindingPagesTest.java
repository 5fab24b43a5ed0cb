package dev.annals.judge.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.annals.judge.RuleBook;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding rule has a page, and every page a rule. */
class FindingPagesTest {

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
