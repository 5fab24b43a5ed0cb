package dev.annals.model.story;

import dev.annals.model.schema.ObjectRef;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Of what the comment at the head of a migration says something. */
public final class Remarks {

  /** Of so many relations, when it changed no others; of more, only what is named. */
  private static final int FEW = 12;

  private Remarks() {}

  /** Whether the comment of a migration is about a relation that it changed. */
  public static boolean about(JudgedStep step, ObjectRef relation) {
    String comment = step.step().migration().comment();
    return !comment.isBlank() && (changesFew(step) || names(comment, relation.name()));
  }

  private static boolean changesFew(JudgedStep step) {
    Set<String> owners = new HashSet<>();
    return step.changes().stream()
        .map(judged -> judged.change().subject())
        .filter(ref -> ref.kind().isRelation() || ref.kind().belongsToRelation())
        .allMatch(ref -> !owners.add(ref.schema() + "\0" + ref.owner()) || owners.size() <= FEW);
  }

  private static boolean names(String comment, String name) {
    return Pattern.compile(
            "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(comment)
        .find();
  }
}
