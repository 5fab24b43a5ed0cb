package dev.annals.judge;

import dev.annals.judge.diff.SchemaDiff;
import dev.annals.judge.rules.Route;
import dev.annals.judge.rules.RuleCatalogue;
import dev.annals.model.change.Bump;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.LiveDatabase;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What would have to happen in a live database for it to have the schema that migrations give: what
 * it has not run yet, and the reverse of its drift.
 *
 * @param before the live schema, as far as both sides can be told
 * @param after the migrations' schema, as far as both sides can be told
 * @param changes what is different, judged
 * @param bump the bump that it needs
 */
public record Catchup(Schema before, Schema after, List<JudgedChange> changes, Bump bump) {

  public Catchup {
    changes = List.copyOf(changes);
  }

  /**
   * The way of a live database to the end of its migrations.
   *
   * @param ran what the migrations that it has run give: by it, a rename that is to come is known
   * @param known the pending migrations' own changes, which a server may have been asked about
   * @param version the schema version that it has
   */
  public static Catchup of(
      LiveDatabase live,
      Snapshot ran,
      Snapshot last,
      List<JudgedChange> known,
      JudgeSettings settings,
      SemanticVersion version) {
    boolean coarse = live.isCoarse();
    Schema before = coarse ? Coarse.of(live.schema()) : live.schema();
    Schema after = coarse ? Coarse.of(last.schema()) : last.schema();
    LiveDrift drift = new LiveDrift(live, last.schema());
    List<Change> changes =
        SchemaDiff.between(
                coarse ? Snapshot.of(before) : identified(before, ran),
                coarse ? Snapshot.of(after) : last)
            .stream()
            .filter(drift::isTold)
            .filter(
                change -> !(change instanceof Change.Dropped) || !drift.isForeign(change.subject()))
            .toList();
    Map<Change, JudgedChange> told = new HashMap<>();
    known.forEach(judged -> told.put(judged.change(), judged));
    List<JudgedChange> judged =
        new Verdicts(RuleCatalogue.rules(), settings)
            .judge(before, after, changes, Observation.NOTHING, Route.UNKNOWN).stream()
                .map(each -> told.getOrDefault(each.change(), each))
                .toList();
    Bump bump =
        judged.stream()
            .map(change -> settings.bump(change.verdict().level(), version))
            .reduce(Bump.NONE, Bump::or);
    return new Catchup(before, after, judged, bump);
  }

  /** What is called as the migrations call it is taken for the same. */
  private static Snapshot identified(Schema live, Snapshot ran) {
    Map<ObjectRef, Long> known = ran.byRef();
    Map<SchemaObject, Long> objects = new HashMap<>();
    live.objects().forEach(each -> objects.put(each, known.getOrDefault(each.ref(), 0L)));
    return Snapshot.of(objects);
  }
}
