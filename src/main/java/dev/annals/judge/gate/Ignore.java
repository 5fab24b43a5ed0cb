package dev.annals.judge.gate;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Finding;
import java.util.stream.Stream;

/**
 * A decision to live with what a rule finds in a place.
 *
 * @param rule the rule's id
 * @param path files, {@code *} and {@code **} as in shells; empty for all
 * @param object objects, by their name, their owner's or the name with its schema; {@code *} stands
 *     for anything; empty for all
 * @param reason why
 * @param file the file that says so
 * @param line the line in it
 */
public record Ignore(
    String rule, String path, String object, String reason, String file, int line) {

  /** True for a finding that it is about. */
  boolean covers(Finding finding) {
    return finding.rule().equals(rule)
        && (path.isEmpty() || Glob.matches(path, finding.path()))
        && (object.isEmpty() || finding.subjects().stream().anyMatch(this::names));
  }

  private boolean names(ObjectRef ref) {
    ObjectRef owner = ObjectRef.table(ref.schema(), ref.owner());
    return Stream.of(ref, owner)
        .flatMap(each -> each.names().stream())
        .anyMatch(name -> Glob.matches(object, name));
  }

  /** What it is about, in words. */
  String what() {
    String where = path.isEmpty() ? "" : " in " + path;
    return rule + where + (object.isEmpty() ? "" : " of " + object);
  }
}
