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
import dev.annals.judge.Telling;
import dev.annals.kept.Key;
import dev.annals.model.Counted;
import dev.annals.model.Problem;
import dev.annals.model.history.Cut;
import dev.annals.model.history.History;
import dev.annals.model.story.JudgedPast;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Rationale;
import dev.annals.packed.Packed;
import dev.annals.render.Once;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a project's migrations, replays them, and finds out where its releases are. */
final class HistorySource implements AutoCloseable {

  private final Config config;
  private final DatabaseConfig database;
  private final BuildRequest request;
  private final Progress progress;
  private Place place;
  private Optional<Aside<Plan>> resolving = Optional.empty();

  HistorySource(Config config, BuildRequest request, Progress progress) {
    this.config = config;
    this.database = config.databases().get(0);
    this.request = request;
    this.progress = progress;
  }

  /**
   * What was read.
   *
   * @param history the replayed history; without what became of undo scripts where all was kept
   * @param settings what the project says to Flyway
   * @param kept where the judged past is kept; empty where it is not
   * @param judged gives the judged past for the team's pages, sorted by their paths
   * @param keeping done when what is known of the history's beginning is kept
   */
  record Result(
      History history,
      FlywaySettings settings,
      Optional<KeptPast> kept,
      Function<List<Rationale>, JudgedPast> judged,
      Aside<Integer> keeping) {}

  /**
   * Where the judged past is kept, with what was opened to find that out.
   *
   * @param replay a text that differs where other files are replayed, or in another way
   * @param server to be closed
   */
  private record Place(
      FlywaySettings settings,
      FileSet files,
      String replay,
      ScratchServer server,
      Optional<KeptPast> kept) {}

  private Place place() {
    if (place == null) {
      FlywaySettings settings = settings();
      FileSet files = files(settings);
      ScratchServer server = server();
      String replay = replay(settings, files);
      place = new Place(settings, files, replay, server, Optional.empty());
      Optional<KeptPast> kept = KeptPast.of(request, config, settings, replay, server.build());
      place = new Place(settings, files, replay, server, kept);
      if (!kept.map(KeptPast::isKnown).orElse(false)) {
        resolving = Optional.of(resolve(settings, files)); // other things are read meanwhile
      }
    }
    return place;
  }

  private static String replay(FlywaySettings settings, FileSet files) {
    List<String> parts = new ArrayList<>(List.of(Key.of(Packed.write(settings)).hex()));
    files.files().forEach((path, bytes) -> parts.addAll(List.of(path, Key.of(bytes).hex())));
    return Key.of(parts.toArray(String[]::new)).hex();
  }

  private Aside<Plan> resolve(FlywaySettings settings, FileSet files) {
    return Aside.begin(
        "annals-resolve", () -> FlywayProject.resolve(files, settings, request.code()));
  }

  /** A text that differs where the judged past would; empty where that cannot be told. */
  Optional<String> key() {
    return place().kept().map(KeptPast::key);
  }

  /** Ends what was begun. */
  @Override
  public void close() {
    if (place != null) {
      place.server().close();
      place = null;
    }
  }

  /**
   * Reads, replays and judges; where a former run has kept all of that, it is read from there.
   *
   * @param beside begins work for the time in which a server is awaited, where one is
   */
  Result read(Runnable beside) {
    long begun = System.nanoTime();
    FlywaySettings settings = place().settings();
    FileSet files = place().files();
    Optional<KeptPast> kept = place().kept();
    try (ScratchServer server = place().server()) {
      Optional<JudgedPast> past = kept.flatMap(KeptPast::past);
      if (past.isPresent()) {
        progress.done(told(past.get().steps().size(), 0, begun));
        return known(past.get(), kept.get(), settings);
      }
      beside.run();
      Judged fresh = read(settings, files, place().replay(), server, true);
      fresh.history().notes().forEach(progress::note);
      Optional<KeptPast> place = fresh.whole() ? kept : Optional.empty();
      return new Result(
          fresh.history(),
          settings,
          place,
          pages -> kept(place, fresh.judge(), pages),
          fresh.keeping());
    }
  }

  /** The same without what only readers of changes want to know: no statements are tried. */
  Result readQuickly() {
    FlywaySettings settings = settings();
    FileSet files = files(settings);
    try (ScratchServer server = server()) {
      Judged fresh = read(settings, files, replay(settings, files), server, false);
      fresh.history().notes().forEach(progress::note);
      return new Result(
          fresh.history(), settings, Optional.empty(), fresh.judge()::past, fresh.keeping());
    }
  }

  private static JudgedPast kept(Optional<KeptPast> kept, Judge judge, List<Rationale> pages) {
    JudgedPast past = judge.past(pages);
    kept.ifPresent(each -> each.keep(past));
    return past;
  }

  private Result known(JudgedPast past, KeptPast kept, FlywaySettings settings) {
    past.notes().forEach(progress::note);
    History history =
        new History(
            past.engine(),
            past.initial(),
            past.steps().stream().map(JudgedStep::step).toList(),
            past.undo(),
            List.of(),
            past.notes());
    Supplier<Judge> judge = new Once<>(this::again);
    return new Result(
        history,
        settings,
        Optional.of(kept),
        pages ->
            Telling.announcedBy(pages, past.schema()).equals(past.announced())
                ? past
                : kept(Optional.of(kept), judge.get(), pages),
        Aside.of(0));
  }

  /** Pages announce something else than they did: everything is judged once more. */
  private Judge again() {
    FlywaySettings settings = settings();
    FileSet files = files(settings);
    try (ScratchServer server = server()) {
      return read(settings, files, replay(settings, files), server, true).judge();
    }
  }

  private FileSet files(FlywaySettings settings) {
    return FileSet.ofFolders(config.project(), settings.folders());
  }

  private FlywaySettings settings() {
    return SettingsReader.read(config.project(), database.locations(), database.settings());
  }

  private ScratchServer server() {
    return Scratch.server(database, request.offline(), request.environment(), progress);
  }

  /**
   * Judged anew.
   *
   * @param whole whether all that was asked of the server was answered
   * @param keeping done when what is known of the history's beginning is kept
   */
  private record Judged(History history, Judge judge, boolean whole, Aside<Integer> keeping) {}

  private Judged read(
      FlywaySettings settings,
      FileSet files,
      String replay,
      ScratchServer server,
      boolean witnesses) {
    Aside<Plan> plan = resolving.orElseGet(() -> resolve(settings, files));
    try (ReplayCache cache = Scratch.cache(request.cached(), request.environment())) {
      cache.expect(server, config.project().toAbsolutePath().normalize().toString(), replay);
      return read(settings, files, plan, server, cache, witnesses);
    }
  }

  private Judged read(
      FlywaySettings settings,
      FileSet files,
      Aside<Plan> plan,
      ScratchServer server,
      ReplayCache cache,
      boolean witnesses) {
    try (GitHistory git = GitHistory.around(config.project())) {
      KeptTraces traces = new KeptTraces(request, "migrations");
      traces.of(files.files().keySet(), git); // while Flyway finds out which of them are migrations
      Plan found = plan.result();
      Provenance provenance = new Provenance(git);
      provenance.know(traces.of(Provenance.paths(found), git));
      return read(settings, found, provenance, server, cache, git, witnesses);
    }
  }

  private Judged read(
      FlywaySettings settings,
      Plan plan,
      Provenance provenance,
      ScratchServer server,
      ReplayCache cache,
      GitHistory git,
      boolean witnesses) {
    if (plan.migrations().isEmpty()) {
      throw nothingFound(settings, plan);
    }
    Plan traced = provenance.told(plan).noting(sources(settings));
    ConsumerReader.Result consumers = ConsumerReader.read(config.project(), database.consumers());
    long begun = System.nanoTime();
    IntFunction<Optional<String>> chain = number -> cache.beginning(server, traced, number);
    KeptBeginnings beginnings =
        new KeptBeginnings(Caches.work(request, server.build()), config.semver(), chain);
    beginnings.look(traced.migrations().size());
    EarlyJudge early = new EarlyJudge(config.semver(), beginnings);
    AtomicInteger replayed = new AtomicInteger();
    History history =
        cache.history(
            server,
            traced,
            (number, all, script) -> {
              replayed.incrementAndGet();
              progress.at("replaying", number, all, script);
            },
            traced.migrations().size(),
            early::begin);
    progress.done(told(history.steps().size(), replayed.get(), begun));
    KeptTags tags = KeptTags.of(request, config, settings, plan, server.build());
    Cuts releases =
        new Cuts(config.releases(), git, settings, request.code(), server, cache, tags, progress);
    List<Cut> cuts = releases.of(traced, history);
    Judge judge = early.of(history, cuts, tags.judged(config.semver(), history, chain));
    Aside<Integer> keeping = beginnings.keep(judge);
    judge.sessionsBeginWith(plan.sessionSql(), plan.callbacks().earlierSql());
    judge.note(releases.notes());
    judge.note(consumers.notes());
    judge.momentsAreNamedBy(releases.all());
    Stream.of(releases.notes(), consumers.notes()).flatMap(List::stream).forEach(progress::note);
    boolean heard =
        witnesses
            && new Witnesses(server, cache, traced, progress)
                .heardBy(judge, consumers.statements());
    return new Judged(history, judge, heard, keeping);
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
    return "%s %s (%d ms)"
        .formatted(Counted.of(all, "migration"), how, (System.nanoTime() - begun) / 1_000_000);
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
