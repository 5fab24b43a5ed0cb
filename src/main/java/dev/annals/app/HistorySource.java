package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.app.config.DatabaseConfig;
import dev.annals.extract.consumer.ConsumerReader;
import dev.annals.extract.git.GitHistory;
import dev.annals.extract.history.FileSet;
import dev.annals.extract.history.FlywayProject;
import dev.annals.extract.history.FlywaySettings;
import dev.annals.extract.history.JavaSources;
import dev.annals.extract.history.Plan;
import dev.annals.extract.history.ProjectCode;
import dev.annals.extract.history.SettingsReader;
import dev.annals.extract.replay.cache.ReplayCache;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.judge.Judge;
import dev.annals.model.Problem;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Reads a project's migrations, replays them, and finds out where its releases are. */
final class HistorySource {

  private final Config config;
  private final DatabaseConfig database;
  private final BuildRequest request;
  private final Progress progress;

  HistorySource(Config config, BuildRequest request, Progress progress) {
    this.config = config;
    this.database = config.databases().get(0);
    this.request = request;
    this.progress = progress;
  }

  /**
   * What was read.
   *
   * @param history the replayed history
   * @param judge who has judged it, and heard the witnesses
   * @param settings what the project says to Flyway
   */
  record Result(History history, Judge judge, FlywaySettings settings) {}

  Result read(GitHistory git) {
    return read(git, true);
  }

  /**
   * Reads, replays and judges.
   *
   * @param witnesses whether statements are tried around breaking changes, which takes its time
   */
  Result read(GitHistory git, boolean witnesses) {
    FlywaySettings settings =
        SettingsReader.read(config.project(), database.locations(), database.settings());
    Plan plan =
        FlywayProject.resolve(
            FileSet.ofFolders(config.project(), settings.folders()), settings, request.code());
    if (plan.migrations().isEmpty()) {
      throw nothingFound(settings, plan);
    }
    Plan traced = new Provenance(git).trace(plan).noting(sources(settings));
    ConsumerReader.Result consumers = ConsumerReader.read(config.project(), database.consumers());
    try (ReplayCache cache = Scratch.cache(request.cached(), request.environment());
        ScratchServer server =
            Scratch.server(database, request.offline(), request.environment(), progress)) {
      long begun = System.nanoTime();
      AtomicInteger replayed = new AtomicInteger();
      History history =
          cache.history(
              server,
              traced,
              (number, all, script) -> {
                replayed.incrementAndGet();
                progress.at("replaying", number, all, script);
              });
      progress.done(told(history.steps().size(), replayed.get(), begun));
      Cuts releases =
          new Cuts(config.releases(), git, settings, request.code(), server, cache, progress);
      List<Cut> cuts = releases.of(traced, history);
      Judge judge = Judge.of(history, cuts, config.semver());
      judge.sessionsBeginWith(plan.sessionSql(), plan.callbacks().earlierSql());
      judge.note(releases.notes());
      judge.note(consumers.notes());
      judge.momentsAreNamedBy(releases.all());
      Stream.of(releases.notes(), consumers.notes()).flatMap(List::stream).forEach(progress::note);
      if (witnesses) {
        new Witnesses(server, cache, traced, progress).heardBy(judge, consumers.statements());
      }
      return new Result(history, judge, settings);
    }
  }

  /** Classes that are there and that nobody asked to be run. */
  private List<String> sources(FlywaySettings settings) {
    return request.code() == ProjectCode.NONE
        ? JavaSources.notes(config.project(), settings.folders())
        : List.of();
  }

  private static String told(int all, int replayed, long begun) {
    String how = "replayed";
    if (replayed < all) {
      how = replayed == 0 ? "known from before" : "known from before but " + replayed;
    }
    return "%d migrations %s (%d ms)".formatted(all, how, (System.nanoTime() - begun) / 1_000_000);
  }

  private Problem nothingFound(FlywaySettings settings, Plan plan) {
    String ignored = plan.notes().isEmpty() ? "" : "\n" + String.join("\n", plan.notes());
    return Problem.failure(
        "looking for migrations in "
            + config.project().toAbsolutePath().normalize()
            + " ("
            + String.join(", ", settings.folders())
            + "): there are none",
        "Files are called like V1__create_orders.sql. Name their folder in annals.yml:\n"
            + "  databases: [{ migrations: { locations: [path/to/migrations] } }]"
            + ignored);
  }
}
