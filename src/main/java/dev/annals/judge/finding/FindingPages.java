package dev.annals.judge.finding;

import dev.annals.judge.rules.RuleFolder;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what is written about the finding rules, which travels on the class path. */
public final class FindingPages {

  /** Rules that are no part of a catalogue: they are asked where their answer comes up. */
  private static final List<String> OTHERS =
      List.of(
          "unreadable-page",
          "unknown-front-matter",
          "broken-image",
          "broken-decision",
          "drift",
          "unused-ignore",
          "invalid-ignore");

  /** Rules that only a preview of a change asks: a check of one state cannot find what they say. */
  private static final List<String> PREVIEWS =
      List.of(
          "version-conflict",
          "migration-out-of-order",
          "migration-edited",
          "migration-retitled",
          "migration-renumbered",
          "migration-removed",
          "migration-failed",
          "upgrade-fails",
          "upgrade-differs",
          "new-database-fails");

  private static final RuleFolder FOLDER = new RuleFolder("findings");

  private FindingPages() {}

  /** The ids of all finding rules. */
  public static List<String> ids() {
    return Stream.of(
            FindingCatalogue.rules().stream().map(FindingRule::id),
            OTHERS.stream(),
            PREVIEWS.stream())
        .flatMap(Function.identity())
        .toList();
  }

  /** True for a rule that only {@code annals diff} asks. */
  public static boolean ofPreviews(String id) {
    return PREVIEWS.contains(id);
  }

  /** Their pages. */
  public static List<RulePage> all() {
    return ids().stream().map(FOLDER::readWithoutExample).toList();
  }

  /** The page of one; nothing where no finding rule has that id. */
  public static Optional<RulePage> of(String id) {
    return ids().contains(id) ? Optional.of(FOLDER.readWithoutExample(id)) : Optional.empty();
  }
}
