package dev.annals.judge.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.CatalogueFiles;
import dev.annals.judge.finding.FindingCatalogue;
import dev.annals.judge.finding.FindingRule;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.rules.VerdictRule;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.RulePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue polices itself: rules, folders and pages agree, and nothing is left over. */
class DesignCatalogueTest {

  private static final Path FOLDERS = Path.of("examples/design");
  private static final Path SOURCES = Path.of("src/main/java/dev/annals/judge/design");

  @Test
  void everyRuleHasAFolderAndEveryFolderHasARule() {
    assertEquals(ids(), new TreeSet<>(CatalogueFiles.names(FOLDERS)));
  }

  @Test
  void noTwoRulesOfAnySortShareAnId() {
    Set<String> others =
        Stream.concat(
                RuleCatalogue.rules().stream().map(VerdictRule::id),
                FindingCatalogue.rules().stream().map(FindingRule::id))
            .collect(Collectors.toSet());
    assertEquals(DesignCatalogue.rules().size(), ids().size());
    for (String id : ids()) {
      assertTrue(id.matches("[a-z]+(-[a-z0-9]+)*"), id);
      assertFalse(others.contains(id), id);
    }
  }

  @Test
  void everyRuleClassIsRegisteredAndNamedAfterItsId() {
    assertEquals(
        CatalogueFiles.implementing("DesignRule", SOURCES),
        CatalogueFiles.classes(DesignCatalogue.rules()));
    for (DesignRule rule : DesignCatalogue.rules()) {
      assertEquals(CatalogueFiles.className(rule.id()), rule.getClass().getSimpleName());
    }
  }

  @Test
  void everyFolderHoldsItsFilesAndNoOthers() {
    for (String id : ids()) {
      assertEquals(
          List.of("before.sql", "expected.txt", "page.md", "safer.sql"),
          CatalogueFiles.names(FOLDERS.resolve(id)),
          id);
    }
  }

  @Test
  void everyPageAnswersThreeQuestionsAndItsExampleExpectsItsRule() {
    for (RulePage page : DesignPages.all()) {
      for (String part : List.of(page.condition(), page.effect(), page.instead())) {
        assertFalse(part.isBlank(), page.id());
        assertFalse(part.contains("\n## "), page.id() + " has more than three parts");
      }
      assertTrue(
          page.expected().lines().anyMatch(line -> line.startsWith(page.id() + " ")), page.id());
    }
  }

  @Test
  void aSchemaWithNothingInItHasNoFlaws() {
    for (DesignRule rule : DesignCatalogue.rules()) {
      assertEquals(0, rule.find(new Blueprint(Schema.EMPTY)).count(), rule.id());
    }
  }

  private static Set<String> ids() {
    return DesignCatalogue.rules().stream()
        .map(DesignRule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
