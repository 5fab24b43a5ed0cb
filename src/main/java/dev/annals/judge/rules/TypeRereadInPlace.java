package dev.annals.judge.rules;

import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;
import static dev.annals.model.change.Work.INDEX_BUILD;
import static dev.annals.model.change.Work.REWRITE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Effect;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** The same bytes under another type. */
final class TypeRereadInPlace implements VerdictRule {

  @Override
  public String id() {
    return "type-reread-in-place";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.OTHER_TYPE_SAME_BYTES)
        .map(
            type ->
                type.inPlace(this, toInet(type) ? NON_BREAKING : BREAKING)
                    .workIf(type.ofArrays(), REWRITE)
                    .workIf(
                        !toInet(type) && Keys.isIndexed(type.altered().before(), context.before()),
                        INDEX_BUILD)
                    .readers(toInet(type) ? CONDITIONAL : BREAKS)
                    .writers(toInet(type) ? Effect.NONE : BREAKS)
                    .reversible(WITH_CARE)
                    .note("Typed readers get another type")
                    .says(type.sentence("the same bytes are read as another type")));
  }

  /** Every cidr is an inet, so that nothing which worked stops working. */
  private static boolean toInet(TypeChange type) {
    return TypeText.parse(type.altered().to()).is("inet");
  }
}
