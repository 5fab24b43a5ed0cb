package dev.annals.judge.rules;

import static dev.annals.judge.rules.Words.the;
import static dev.annals.model.change.DataEffect.LOSS;
import static dev.annals.model.change.Effect.BREAKS;
import static dev.annals.model.change.Effect.CONDITIONAL;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Level.POTENTIALLY_BREAKING;
import static dev.annals.model.change.Lock.ACCESS_EXCLUSIVE;
import static dev.annals.model.change.Reversibility.EXACT;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;

import dev.annals.model.change.Change;
import dev.annals.model.change.DataEffect;
import dev.annals.model.change.Lock;
import dev.annals.model.change.Verdict;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectKind;
import java.util.Optional;

/** A schema that is gone, with all in it. */
final class SchemaDropped implements VerdictRule {

  @Override
  public String id() {
    return "schema-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return Facts.dropped(change, Namespace.class).map(namespace -> verdict(namespace, context));
  }

  private Verdict verdict(Namespace namespace, ChangeContext context) {
    boolean empty =
        context.before().objects().stream()
            .filter(object -> object.ref().kind() != ObjectKind.SCHEMA)
            .noneMatch(object -> object.ref().schema().equals(namespace.name()));
    return new Ruling(this, empty ? POTENTIALLY_BREAKING : BREAKING)
        .readers(empty ? CONDITIONAL : BREAKS)
        .writers(empty ? CONDITIONAL : BREAKS)
        .data(empty ? DataEffect.NONE : LOSS)
        .lock(empty ? Lock.NONE : ACCESS_EXCLUSIVE)
        .reversible(empty ? EXACT : IRREVERSIBLE)
        .noteIf(empty, "It was empty: only search paths and grants that name it can notice")
        .instead(
            empty
                ? ""
                : "Empty "
                    + namespace.name()
                    + " in an earlier release and drop it without CASCADE")
        .says(the(namespace) + " is gone" + (empty ? "" : ", with all that it held"));
  }
}
