package dev.annals.judge.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.CatalogueFiles;
import dev.annals.judge.design.DesignCatalogue;
import dev.annals.judge.design.DesignRule;
import dev.annals.judge.finding.FindingCatalogue;
import dev.annals.judge.finding.FindingRule;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.rules.VerdictRule;
import dev.annals.model.story.RulePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue polices itself: rules, folders and pages agree, and nothing is left over. */
class SafetyCatalogueTest {

  private static final Path FOLDERS = Path.of("examples/safety");
  private static final Path SOURCES = Path.of("src/main/java/dev/annals/judge/safety");

  @Test
  void everyRuleHasAFolderAndEveryFolderHasARule() {
    assertEquals(ids(), new TreeSet<>(CatalogueFiles.names(FOLDERS)));
  }

  @Test
  void noTwoRulesOfAnySortShareAnId() {
    Set<String> others =
        Stream.of(
                RuleCatalogue.rules().stream().map(VerdictRule::id),
                DesignCatalogue.rules().stream().map(DesignRule::id),
                FindingCatalogue.rules().stream().map(FindingRule::id))
            .flatMap(ids -> ids)
            .collect(Collectors.toSet());
    assertEquals(SafetyCatalogue.rules().size(), ids().size());
    for (String id : ids()) {
      assertTrue(id.matches("[a-z]+(-[a-z0-9]+)*"), id);
      assertFalse(others.contains(id), id);
    }
  }

  @Test
  void everyRuleClassIsRegisteredAndNamedAfterItsId() {
    assertEquals(
        CatalogueFiles.implementing("SafetyRule", SOURCES),
        CatalogueFiles.classes(SafetyCatalogue.rules()));
    for (SafetyRule rule : SafetyCatalogue.rules()) {
      assertEquals(CatalogueFiles.className(rule.id()), rule.getClass().getSimpleName());
    }
  }

  @Test
  void everyFolderHoldsItsFilesAndNoOthers() {
    for (String id : ids()) {
      assertEquals(
          List.of("before.sql", "expected.txt", "migration.sql", "page.md", "safer.sql"),
          CatalogueFiles.names(FOLDERS.resolve(id)),
          id);
    }
  }

  @Test
  void everyPageAnswersThreeQuestionsAndItsExampleExpectsItsRule() {
    for (RulePage page : SafetyPages.all()) {
      for (String part : List.of(page.condition(), page.effect(), page.instead())) {
        assertFalse(part.isBlank(), page.id());
        assertFalse(part.contains("\n## "), page.id() + " has more than three parts");
      }
      assertTrue(
          page.expected().lines().anyMatch(line -> line.startsWith(page.id() + " ")), page.id());
    }
  }

  private static Set<String> ids() {
    return SafetyCatalogue.rules().stream()
        .map(SafetyRule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
