package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Extension;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Schema;
import dev.annals.model.witness.Answer;
import dev.annals.model.witness.Tried;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says why no statement shows what a change breaks. */
final class Unseen {

  private static final String NONE = "No statement can show it, because ";

  /** Rows that a constraint refuses. */
  private static final Set<String> REFUSED = Set.of("23503", "23505", "23514", "23P01");

  private Unseen() {}

  /** One sentence without a full stop. */
  static String of(Change change, List<Tried> tried, Schema before, Schema after) {
    if (change instanceof Change.Altered altered) {
      Optional<String> silent = silent(altered);
      if (silent.isPresent()) {
        return NONE + silent.get();
      }
    }
    if (change instanceof Change.Dropped dropped && dropped.object() instanceof Extension) {
      return NONE + "what an extension holds is not part of the schema that is recorded";
    }
    if (tried.isEmpty()
        && change instanceof Change.Added added
        && added.object() instanceof ForeignKey) {
      return NONE + "its columns are as new as itself: nothing that worked before fills them";
    }
    if (tried.isEmpty()) {
      return "No statement could be derived from this change that would show it";
    }
    return answered(change, tried, before, after);
  }

  /** Changes after which the server refuses nothing that it took. */
  private static Optional<String> silent(Change.Altered altered) {
    if (altered.before() instanceof Column before && before.nullable() != isNullable(altered)) {
      return before.nullable()
          ? Optional.empty()
          : Optional.of(
              "the server takes all that it took: what breaks is the program that gets its first"
                  + " null");
    }
    boolean acts =
        altered.before() instanceof ForeignKey
            && (altered.property() == Property.ON_DELETE
                || altered.property() == Property.ON_UPDATE);
    boolean refused = List.of("NO ACTION", "RESTRICT").contains(altered.from());
    return acts && refused
        ? Optional.of(
            "what was refused is now carried out, and changes the rows that refer to it, too")
        : Optional.empty();
  }

  private static boolean isNullable(Change.Altered altered) {
    return ((Column) altered.after()).nullable();
  }

  private static String answered(Change change, List<Tried> tried, Schema before, Schema after) {
    List<Tried> worked = tried.stream().filter(each -> each.before().worked()).toList();
    if (worked.isEmpty()) {
      boolean rows = tried.stream().noneMatch(each -> each.before().asked());
      return "No statement could be tried, since "
          + (rows ? "no row could be made that the tables take" : "none worked before either")
          + said(tried, Tried::before, answer -> !answer.worked());
    }
    if (worked.stream().anyMatch(each -> each.after().worked())) {
      if (isAboutRows(change)) {
        return "None of the %d statements that were tried is refused or answered otherwise: the"
                .formatted(worked.size())
            + " table's policies let those rows pass, for a session without settings of its own"
            + (tried.stream()
                    .anyMatch(
                        each -> String.join(" ", each.probe().setup()).contains("set_config("))
                ? " and with those that they read"
                : "");
      }
      return replaced(change)
          .or(() -> Moot.of(change, before, after).map(NONE::concat))
          .orElse(
              "None of the %d statements that were tried and worked before fails after it"
                      .formatted(worked.size())
                  + others(tried));
    }
    return "No statement can show this change alone: what it would break is refused already"
        + " because of another one of the same migration"
        + said(worked, Tried::after, answer -> true);
  }

  /** The first of those that did not work before, or do not because of something else. */
  private static String others(List<Tried> tried) {
    String before = said(tried, Tried::before, answer -> REFUSED.contains(answer.state()));
    if (!before.isEmpty()) {
      return "; others were refused before already" + before;
    }
    String after = said(tried, Tried::after, answer -> !answer.worked() && answer.asked());
    return after.isEmpty() ? "" : "; others fail because of another change" + after;
  }

  /** Where statements find something else of the same name. */
  private static Optional<String> replaced(Change change) {
    String taken = NONE + "what has its name now takes the same statements: ";
    if (change instanceof Change.Renamed) {
      return Optional.of(taken + "they answer from other rows or values");
    }
    return change instanceof Change.Dropped || change instanceof Change.Recreated
        ? Optional.of(taken + "what is lost is what it held")
        : Optional.empty();
  }

  private static boolean isAboutRows(Change change) {
    return change.subject().kind() == ObjectKind.POLICY
        || (change instanceof Change.Altered altered
            && (altered.property() == Property.ROW_SECURITY
                || altered.property() == Property.FORCE_ROW_SECURITY));
  }

  private static String said(
      List<Tried> tried, Function<Tried, Answer> side, Predicate<Answer> wanted) {
    return tried.stream()
        .map(side)
        .filter(wanted)
        .map(Answer::message)
        .filter(message -> !message.isEmpty())
        .findFirst()
        .map(message -> " (ERROR: " + message + ")")
        .orElse("");
  }
}
