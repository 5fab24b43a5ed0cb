package dev.annals.app.diff;

import dev.annals.app.Progress;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.diff.SchemaDiff;
import dev.annals.model.Problem;
import dev.annals.model.change.Change;
import dev.annals.model.history.History;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.Snapshot;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the order differs, a new database may get another schema than one that is upgraded. */
final class NewDatabase {

  private static final int SHOWN = 3;

  private final ScratchServer server;
  private final ReplayCache cache;
  private final Progress progress;

  NewDatabase(ScratchServer server, ReplayCache cache, Progress progress) {
    this.server = server;
    this.cache = cache;
    this.progress = progress;
  }

  /** What is otherwise there than in a database that was upgraded; nothing where nothing is. */
  Optional<Finding> against(History upgraded, Sides sides) {
    List<String> order =
        Sides.migrations(sides.headPlan()).stream().map(Migration::script).toList();
    List<String> ran = upgraded.steps().stream().map(s -> s.migration().script()).toList();
    if (order.equals(ran)) {
      return Optional.empty();
    }
    try {
      Schema anew =
          cache
              .history(
                  server,
                  sides.headPlan().withoutUndo(),
                  (number, all, script) -> progress.at("as a new database", number, all, script))
              .last()
              .schema();
      return differs(SchemaDiff.between(Snapshot.of(upgraded.last().schema()), Snapshot.of(anew)));
    } catch (Problem e) {
      return Optional.of(
          finding(
              "new-database-fails",
              Severity.ERROR,
              List.of(),
              "the migrations upgrade a database that has run the base, but fail in a new one: "
                  + Replays.firstLine(e),
              "Tests and new developers start from nothing: make the order right for them, too."));
    }
  }

  private static Optional<Finding> differs(List<Change> differences) {
    if (differences.isEmpty()) {
      return Optional.empty();
    }
    String some =
        differences.stream()
            .limit(SHOWN)
            .map(change -> change.kind().label() + " " + change.subject().display())
            .collect(Collectors.joining(", "));
    int more = differences.size() - SHOWN;
    return Optional.of(
        finding(
            "upgrade-differs",
            Severity.WARNING,
            differences.stream().limit(SHOWN).toList(),
            "a new database gets another schema than one that is upgraded: %s%s"
                .formatted(some, more > 0 ? " and " + more + " more" : ""),
            "The order in which migrations run differs: repeatable ones come last in a new"
                + " database."));
  }

  private static Finding finding(
      String rule, Severity severity, List<Change> about, String message, String advice) {
    return new Finding(
        rule, severity, about.stream().map(Change::subject).toList(), message, advice, "", 0, "");
  }
}
