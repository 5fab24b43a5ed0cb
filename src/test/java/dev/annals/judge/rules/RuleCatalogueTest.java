package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.judge.CatalogueFiles;
import dev.annals.model.story.RulePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue polices itself: rules, folders and pages agree, and nothing is left over. */
class RuleCatalogueTest {

  private static final Path FOLDERS = Path.of("examples/rules");
  private static final Path SOURCES = Path.of("src/main/java/dev/annals/judge/rules");

  @Test
  void everyRuleHasAFolderAndEveryFolderHasARule() {
    Set<String> folders = new TreeSet<>(CatalogueFiles.names(FOLDERS));
    folders.removeIf(name -> name.endsWith(".md"));
    assertEquals(ids(), folders);
  }

  @Test
  void idsAreUniqueAndInKebabCase() {
    assertEquals(RuleCatalogue.rules().size(), ids().size());
    for (String id : ids()) {
      assertTrue(id.matches("[a-z]+(-[a-z0-9]+)*"), id);
    }
  }

  @Test
  void everyRuleClassIsRegistered() {
    assertEquals(
        CatalogueFiles.implementing("VerdictRule", SOURCES),
        CatalogueFiles.classes(RuleCatalogue.rules()));
  }

  @Test
  void aRulesClassIsNamedAfterItsId() {
    for (VerdictRule rule : RuleCatalogue.rules()) {
      assertEquals(CatalogueFiles.className(rule.id()), rule.getClass().getSimpleName());
    }
  }

  @Test
  void everyPageHasATitleAndThreePartsInOrder() {
    for (RulePage page : RulePages.all()) {
      assertFalse(page.title().isBlank(), page.id());
      for (String part : List.of(page.condition(), page.effect(), page.instead())) {
        assertFalse(part.isBlank(), page.id());
        assertFalse(part.contains("\n## "), page.id() + " has more than three parts");
      }
      String text = CatalogueFiles.text(FOLDERS.resolve(page.id()).resolve("page.md"));
      assertTrue(text.startsWith("# " + page.title() + "\n\n## Condition\n"), page.id());
      assertFalse(text.contains("```"), page.id() + ": SQL belongs into the .sql files");
    }
  }

  @Test
  void everyFolderHoldsItsFilesAndNoOthers() {
    Set<String> needed = Set.of("page.md", "before.sql", "migration.sql", "expected.txt");
    for (String id : ids()) {
      Set<String> files = new TreeSet<>(CatalogueFiles.names(FOLDERS.resolve(id)));
      assertTrue(files.containsAll(needed), id + " has only " + files);
      files.removeAll(needed);
      files.remove("safer.sql");
      assertTrue(files.isEmpty(), id + " has more: " + files);
    }
  }

  @Test
  void everyExampleExpectsItsOwnRule() {
    for (RulePage page : RulePages.all()) {
      assertTrue(
          page.expected().lines().anyMatch(line -> line.startsWith(page.id() + " ")),
          page.id() + " does not fire on its own example:\n" + page.expected());
    }
  }

  private static Set<String> ids() {
    return RuleCatalogue.rules().stream()
        .map(VerdictRule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
