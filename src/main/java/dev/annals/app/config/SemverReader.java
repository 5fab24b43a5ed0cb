package dev.annals.app.config;

import dev.annals.judge.JudgeSettings;
import dev.annals.judge.design.Scrutiny;
import dev.annals.judge.finding.Expectations;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.judge.rules.VerdictRule;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Level;
import dev.annals.model.change.SemanticVersion;
import dev.annals.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a team decides about its schema version. */
final class SemverReader {

  private static final Map<String, Level> LEVELS =
      new TreeMap<>(
          Map.of(
              "patch", Level.EQUIVALENT,
              "minor", Level.NON_BREAKING,
              "potentially-breaking", Level.POTENTIALLY_BREAKING,
              "breaking", Level.BREAKING));

  private SemverReader() {}

  static JudgeSettings read(YamlMap semver, Scrutiny design) {
    semver.allow("initial", "potentially-breaking", "before-1.0", "rules");
    return new JudgeSettings(
        version(semver),
        bump(semver, "potentially-breaking", Bump.MINOR, Bump.PATCH, Bump.MINOR, Bump.MAJOR),
        bump(semver, "before-1.0", Bump.MINOR, Bump.MINOR, Bump.MAJOR),
        overrides(semver.map("rules")),
        design,
        Expectations.NONE);
  }

  private static SemanticVersion version(YamlMap semver) {
    String text = semver.text("initial", "1.0.0");
    try {
      return SemanticVersion.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(semver, "initial", e.getMessage(), "Write three numbers: 1.0.0.");
    }
  }

  private static Bump bump(YamlMap semver, String key, Bump otherwise, Bump... allowed) {
    String text = semver.text(key, otherwise.label());
    for (Bump bump : allowed) {
      if (bump.label().equals(text)) {
        return bump;
      }
    }
    List<String> known = List.of(allowed).stream().map(Bump::label).toList();
    throw wrong(
        semver, key, "it cannot be \"" + text + "\"", "Known: " + String.join(", ", known) + ".");
  }

  private static SortedMap<String, JudgeSettings.OwnLevel> overrides(YamlMap rules) {
    SortedMap<String, JudgeSettings.OwnLevel> overrides = new TreeMap<>();
    List<String> ids = RuleCatalogue.rules().stream().map(VerdictRule::id).toList();
    for (String id : rules.keys()) {
      if (!ids.contains(id)) {
        String near = Nearest.suggestion(id, ids);
        throw wrong(
            rules,
            id,
            "there is no such rule",
            near.isEmpty() ? "\"annals explain\" lists all." : near);
      }
      overrides.put(id, override(rules, id));
    }
    return overrides;
  }

  private static JudgeSettings.OwnLevel override(YamlMap rules, String id) {
    YamlMap own = rules.map(id);
    own.allow("level", "reason");
    Level level = LEVELS.get(own.text("level", ""));
    if (level == null) {
      throw wrong(
          rules,
          id,
          "its level cannot be \"" + own.text("level", "") + "\"",
          "Known: " + String.join(", ", LEVELS.keySet()) + ".");
    }
    if (own.text("reason", "").isBlank()) {
      throw wrong(
          rules,
          id,
          "it needs a reason",
          id + ": { level: " + own.text("level", "") + ", reason: why this is so here }");
    }
    return new JudgeSettings.OwnLevel(level, own.text("reason", "").strip());
  }

  private static Problem wrong(YamlMap yaml, String key, String what, String advice) {
    return Problem.usage(
        "reading %s:%d: semver: %s: %s".formatted(yaml.file(), yaml.line(key), key, what), advice);
  }
}
