package dev.annals.judge.finding;

import dev.annals.judge.rules.RuleFolder;
import dev.annals.model.story.RulePage;
import java.util.List;
import java.util.Optional;
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

  private static final RuleFolder FOLDER = new RuleFolder("findings");

  private FindingPages() {}

  /** The ids of all finding rules. */
  public static List<String> ids() {
    return Stream.concat(FindingCatalogue.rules().stream().map(FindingRule::id), OTHERS.stream())
        .toList();
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
