package dev.annals.app.config;

import dev.annals.judge.RuleBook;
import dev.annals.judge.gate.GateSettings;
import dev.annals.judge.gate.Ignore;
import dev.annals.judge.gate.RuleLevel;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.gate.Threshold;
import dev.annals.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a team decides about findings. */
final class GateReader {

  private static final Pattern BRACKET = Pattern.compile("[\\[\\]{}]");

  private final YamlMap check;
  private final SortedSet<String> ids = RuleBook.ids();

  private GateReader(YamlMap check) {
    this.check = check;
  }

  static GateSettings read(YamlMap check) {
    return new GateReader(check).settings();
  }

  private GateSettings settings() {
    return new GateSettings(threshold(), levels(), ignores(), check.text("baseline", ""));
  }

  private Threshold threshold() {
    String text = check.text("fail-on", Threshold.ERROR.label());
    for (Threshold threshold : Threshold.values()) {
      if (threshold.label().equals(text)) {
        return threshold;
      }
    }
    String known =
        Stream.of(Threshold.values()).map(Threshold::label).collect(Collectors.joining(", "));
    throw wrong(check, "fail-on", "fail-on cannot be \"" + text + "\"", "Known: " + known + ".");
  }

  private SortedMap<String, RuleLevel> levels() {
    YamlMap rules = check.map("rules");
    SortedMap<String, RuleLevel> levels = new TreeMap<>();
    for (String id : rules.keys()) {
      known(rules, id, id);
      levels.put(id, level(rules, id));
    }
    return levels;
  }

  private static RuleLevel level(YamlMap rules, String id) {
    String text = rules.text(id, "");
    for (RuleLevel level : RuleLevel.values()) {
      if (level.label().equals(text)) {
        return level;
      }
    }
    throw wrong(
        rules, id, id + ": its level cannot be \"" + text + "\"", "Known: error, warn, info, off.");
  }

  private List<Ignore> ignores() {
    List<Ignore> ignores = new ArrayList<>();
    for (YamlMap entry : check.maps("ignore")) {
      entry.allow("rule", "path", "object", "reason");
      String rule = entry.text("rule", "");
      if (rule.isEmpty()) {
        throw wrong(entry, "rule", "it names no rule", "- { rule: …, object: …, reason: … }");
      }
      known(entry, "rule", rule);
      String path = entry.text("path", "");
      String object = entry.text("object", "");
      if (BRACKET.matcher(path).find()) {
        throw wrong(
            entry,
            "path",
            "the path \"" + path + "\" has brackets, which are no patterns here",
            "*, ** and ? are; ? stands for a bracket that belongs to a file's name.");
      }
      if (path.isEmpty() && object.isEmpty()) {
        throw wrong(
            entry,
            "rule",
            "it names neither a path nor an object",
            "To hear nothing at all of a rule: check: { rules: { " + rule + ": off } }");
      }
      String reason = entry.text("reason", "").strip();
      if (reason.isEmpty()) {
        throw wrong(
            entry,
            "reason",
            "it gives no reason why " + rule + " is ignored",
            "Add reason: why this is so here.");
      }
      ignores.add(new Ignore(rule, path, object, reason, entry.file(), entry.line("rule")));
    }
    return ignores;
  }

  private void known(YamlMap yaml, String key, String id) {
    if (!ids.contains(id)) {
      String near = Nearest.suggestion(id, ids);
      throw wrong(
          yaml,
          key,
          "there is no rule \"" + id + "\"",
          near.isEmpty() ? "\"annals explain\" lists all." : near);
    }
  }

  private static Problem wrong(YamlMap yaml, String key, String what, String advice) {
    return Problem.usage(
        "reading %s:%d: check: %s".formatted(yaml.file(), yaml.line(key), what), advice);
  }
}
