package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Effect.NONE;
import static dev.annals.model.change.Level.NON_BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Schema;
import java.util.Optional;
import java.util.Set;

/** A new operator. */
final class OperatorAdded implements VerdictRule {

  /** The server's own (PostgreSQL 14 to 18, {@code pg_operator}). */
  private static final Set<String> BUILT_IN =
      Set.of(
          ("! !! !~ !~* !~~ !~~* # ## #- #< #= #> #>> % & && &&& &< &<| &> * *< *<= *<> *="
                  + " *> *>= + - -> ->> -|- / < <-> << <<= <<| <= <> <@ <^ = > >= >> >>= >^ ? ?# ?& ?-"
                  + " ?-| ?| ?|| @ @- @> @? @@ @@@ ^ ^@ | |&> |/ |>> || ||/ ~ ~* ~<=~ ~<~ ~= ~>=~ ~>~"
                  + " ~~ ~~*")
              .split(" "));

  @Override
  public String id() {
    return "operator-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.added(change, Operator.class)
        .map(
            operator -> {
              boolean known = isKnown(operator, context.before());
              return new Ruling(this, known ? POTENTIALLY_BREAKING : NON_BREAKING)
                  .readers(known ? CONDITIONAL : NONE)
                  .writers(known ? CONDITIONAL : NONE)
                  .noteIf(
                      known, "Where a side is a literal or a parameter, another one may be meant")
                  .says(the(operator) + " is new: it runs " + Words.plain(operator.function()));
            });
  }

  private static boolean isKnown(Operator operator, Schema before) {
    return BUILT_IN.contains(operator.name())
        || before.all(Operator.class).anyMatch(other -> other.name().equals(operator.name()));
  }
}
