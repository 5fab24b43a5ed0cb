package dev.annals.judge.rules;

import static dev.annals.model.change.DataEffect.SILENT_LOSS;
import static dev.annals.model.change.Effect.SILENT;
import static dev.annals.model.change.Level.BREAKING;
import static dev.annals.model.change.Reversibility.WITH_CARE;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.Optional;

/** A time that is read in the session's zone. */
final class TimeZoneAdded implements VerdictRule {

  @Override
  public String id() {
    return "time-zone-added";
  }

  @Override
  public Optional<Verdict> judge(Change change, ChangeContext context) {
    return TypeChange.of(change, context, Conversion.ZONE_ADDED)
        .map(type -> NamedZone.in(type, context) ? named(type) : bySession(type, context));
  }

  /** Its author has said which instants the values are: only users see another type. */
  private Verdict named(TypeChange type) {
    return type.rewriting(this, BREAKING)
        .readers(SILENT)
        .writers(SILENT)
        .reversible(WITH_CARE)
        .note("Readers and writers convert with the zone of their own sessions from now on")
        .note(NamedZone.COST)
        .instead(NamedZone.CHEAPER)
        .says(type.sentence("values are taken as times in the zone that the statement names"));
  }

  private Verdict bySession(TypeChange type, ChangeContext context) {
    return type.zoned(this, BREAKING, context)
        .readers(SILENT)
        .writers(SILENT)
        .data(SILENT_LOSS)
        .reversible(WITH_CARE)
        .note("Which instants the values become depends on the TimeZone of the migration's session")
        .note("In a session in UTC a timestamp is not rewritten, only its indexes are built again")
        .instead("Say the zone: USING " + type.column() + " AT TIME ZONE 'UTC'")
        .says(type.sentence("values are taken as times in the session's zone"));
  }
}
