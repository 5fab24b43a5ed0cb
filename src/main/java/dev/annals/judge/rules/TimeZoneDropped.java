package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.IRREVERSIBLE;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A time that forgets its zone. */
final class TimeZoneDropped implements VerdictRule {

  @Override
  public String id() {
    return "time-zone-dropped";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.ZONE_DROPPED)
        .map(type -> NamedZone.in(type, context) ? named(type) : bySession(type, context));
  }

  /** Its author has said whose clock the values are. */
  private Verdict named(TypeChange type) {
    return type.rewriting(this, BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .reversible(WITH_CARE)
        .note("Nothing beside the values says any more whose clock they are")
        .note(NamedZone.COST)
        .instead(NamedZone.CHEAPER)
        .says(type.sentence("values become times of the zone that the statement names"));
  }

  private Verdict bySession(TypeChange type, ChangeContext context) {
    return type.zoned(this, BREAKING, context)
        .readers(SILENT)
        .writers(SILENT)
        .data(SILENT_LOSS)
        .reversible(IRREVERSIBLE)
        .note("The values become wall-clock times of the migration's session")
        .note("In a session in UTC a timestamp is not rewritten, only its indexes are built again")
        .instead(
            "Keep the zone, or say whose clock: USING " + type.column() + " AT TIME ZONE 'UTC'")
        .says(type.sentence("the zone is lost and the session's zone decides the value"));
  }
}
