package dev.annals.render.diff;

import dev.annals.render.diff.DiffView.FindingView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one rule finds many times is told a few times, and then counted; its advice is told once.
 */
final class FoldedFindings {

  private static final int TOLD = 3;
  private static final int NAMED = 200;

  private FoldedFindings() {}

  /** The findings, rule by rule in the order of the first of each. */
  static List<FindingView> of(Stream<FindingView> findings) {
    Map<List<String>, List<FindingView>> rules = new LinkedHashMap<>();
    findings.forEach(
        each ->
            rules
                .computeIfAbsent(List.of(each.severity(), each.rule()), key -> new ArrayList<>())
                .add(each));
    return rules.values().stream().flatMap(FoldedFindings::folded).toList();
  }

  private static Stream<FindingView> folded(List<FindingView> all) {
    int told = all.size() > TOLD + 1 ? TOLD : all.size();
    List<FindingView> shown = new ArrayList<>();
    String advice = "";
    for (FindingView each : all.subList(0, told)) {
      shown.add(each.advice().equals(advice) ? each.withoutAdvice() : each);
      advice = each.advice();
    }
    shown.set(told - 1, shown.get(told - 1).with(all.subList(told, all.size())));
    return shown.stream();
  }

  /** How many there are of a list, folded or not. */
  static int count(List<FindingView> findings) {
    return findings.stream().mapToInt(each -> 1 + each.more().size()).sum();
  }

  /** The beginning of what was folded, by its places or else its words; without any escape. */
  static String beginning(List<FindingView> more) {
    StringBuilder text = new StringBuilder();
    int named = 0;
    String file = "";
    for (FindingView each : more) {
      int colon = each.place().lastIndexOf(':');
      String path = colon < 0 ? each.place() : each.place().substring(0, colon);
      String name =
          each.place().isEmpty()
              ? each.message().replaceFirst("\\.$", "")
              : colon > 0 && path.equals(file) ? each.place().substring(colon + 1) : each.place();
      file = path;
      if (named > 0 && text.length() + name.length() > NAMED) {
        return text + ", …";
      }
      text.append(named++ == 0 ? "" : ", ").append(name);
    }
    return text.toString();
  }
}
