package dev.annals.extract.history;

import dev.annals.model.Problem;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.history.MigrationKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.CompositeMigrationResolver;
import org.flywaydb.core.internal.resolver.java.JavaMigrationExecutor;
import org.flywaydb.core.internal.resource.ResourceNameValidator;
import org.flywaydb.core.internal.scanner.Scanner;
import org.flywaydb.core.internal.sqlscript.SqlScript;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;
import org.flywaydb.core.internal.util.StringUtils;
import org.flywaydb.database.postgresql.PostgreSQLDatabaseType;

/**
 * A project of Flyway's. Which files are migrations, in which order, with which checksum, how
 * placeholders are filled in and where a statement ends: all that is asked of Flyway itself.
 */
public final class FlywayProject {

  static {
    FlywayLog.off();
  }

  private final FileSet files;
  private final Map<String, List<String>> byName;
  private final FlywaySettings settings;
  private final Encodings encodings;
  private final Map<String, SqlScript> scripts = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final ParsingContext context = new ParsingContext();
  private final ProjectCode code;
  private final FluentConfiguration configuration;
  private SqlScriptFactory factory;
  private String hash = "";
  private boolean past;

  private FlywayProject(FileSet files, FlywaySettings settings, ProjectCode code) {
    this.code = code;
    this.configuration =
        new FluentConfiguration(
            code.isEmpty() ? FlywayProject.class.getClassLoader() : code.loader());
    this.files = files;
    this.byName =
        files.files().keySet().stream().collect(Collectors.groupingBy(FlywayProject::nameOf));
    this.settings = settings;
    this.encodings = new Encodings(files, configuration, settings.get("encoding"));
  }

  /**
   * The migrations of a set of files.
   *
   * @throws Problem if Flyway would refuse them; its reason is told
   */
  public static Plan resolve(FileSet files, FlywaySettings settings) {
    return resolve(files, settings, ProjectCode.NONE);
  }

  /**
   * The migrations of a set of files, and those that are classes.
   *
   * @throws Problem if Flyway would refuse them; its reason is told
   */
  public static Plan resolve(FileSet files, FlywaySettings settings, ProjectCode code) {
    return new FlywayProject(files, settings, code).plan();
  }

  /**
   * The migrations of files as they once were. Classes are there as they are now: those with a
   * higher version than any of the files are taken to be of a later day.
   *
   * @throws Problem if Flyway would refuse them; its reason is told
   */
  public static Plan resolvePast(FileSet files, FlywaySettings settings, ProjectCode code) {
    FlywayProject project = new FlywayProject(files, settings, code);
    project.past = true;
    return project.plan();
  }

  private Plan plan() {
    List<ResolvedMigration> resolved;
    try {
      resolved = new ArrayList<>(resolve());
    } catch (FlywayException e) {
      throw refused(e);
    }
    resolved.removeIf(each -> isJava(each) && !code.wants(each.getScript()));
    if (past) {
      resolved.removeIf(later(resolved));
    }
    List<PlannedMigration> migrations = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (ResolvedMigration migration : withoutHidingBaselines(resolved)) {
      if (isJava(migration)) {
        migrations.add(java(migration));
        files.files().keySet().stream()
            .filter(path -> JavaSources.isOf(path, migration.getScript()))
            .forEach(used::add);
        continue;
      }
      String path = migration.getPhysicalLocation();
      used.add(path);
      migrations.add(
          new PlannedMigration(
              migration(migration, resource(path)),
              scripts.get(path),
              context.getPlaceholders(),
              config(path),
              JavaCode.NONE,
              Surroundings.NONE));
    }
    resolved.forEach(migration -> used.add(migration.getPhysicalLocation()));
    UndoScripts undo = new UndoScripts(settings);
    List<PlannedMigration> rollbacks = new ArrayList<>();
    for (String path : files.files().keySet()) {
      if (undo.isUndo(path)) {
        used.add(path);
        rollbacks.add(planned(undo.read(resource(path))));
      }
    }
    Callbacks callbacks = callbacks();
    List<PlannedMigration> surrounded = callbacks.around(migrations);
    surrounded.stream()
        .flatMap(planned -> planned.around().all().stream())
        .forEach(callback -> used.add(callback.path()));
    for (PlannedCallback callback : callbacks.opening()) {
      used.add(callback.path());
      if (callback.event().equals(Callbacks.INIT)) {
        continue;
      }
      notes.add(
          callback.path()
              + " runs before the first migration: what it makes is there from the beginning");
    }
    if (code.isEmpty()) {
      Stream.of(settings.get("callbacks").split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .forEach(name -> notes.add(JavaSources.notRun(name, "callback")));
    }
    notes.addAll(settings.notes());
    notes.addAll(new IgnoredFiles(settings).notes(files.files().keySet(), used));
    rollbacks.sort((a, b) -> version(a.migration()).compareTo(version(b.migration())));
    return new Plan(settings, surrounded, rollbacks, callbacks, notes);
  }

  /** Flyway can be told to look for none, or to look elsewhere. */
  private Callbacks callbacks() {
    boolean files =
        !configuration.isSkipDefaultCallbacks() && settings.get("callbackLocations").isEmpty();
    try {
      List<PlannedCallback> all =
          new CallbackFiles(configuration, new Provider(), factory, context.getPlaceholders())
              .find(
                  files,
                  code.isEmpty() ? List.of() : List.of(configuration.getCallbacks()),
                  this::hash);
      String schema = settings.defaultSchema();
      boolean there = schema.isEmpty() || schema.equals("public");
      return new Callbacks(
          init(),
          all,
          configuration.isValidateOnMigrate() && there,
          configuration.isCreateSchemas());
    } catch (FlywayException e) {
      throw refused(e);
    }
  }

  private List<PlannedCallback> init() {
    String sql = settings.get("initSql");
    if (sql.isBlank()) {
      return List.of();
    }
    MemoryResource text =
        new MemoryResource(
            Callbacks.INIT, sql.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return List.of(
        new PlannedCallback(
            Callbacks.INIT,
            Callbacks.INIT,
            sql,
            factory.createSqlScript(text, configuration.isMixed(), new Provider()),
            context.getPlaceholders(),
            "",
            JavaCode.NONE));
  }

  private PlannedMigration planned(Migration undo) {
    try {
      SqlScript script =
          factory.createSqlScript(resource(undo.path()), configuration.isMixed(), new Provider());
      return new PlannedMigration(
          undo,
          script,
          context.getPlaceholders(),
          config(undo.path()),
          JavaCode.NONE,
          Surroundings.NONE);
    } catch (FlywayException e) {
      throw refused(e);
    }
  }

  private Collection<Class<? extends JavaMigration>> classes() {
    if (code.isEmpty()) {
      return List.of();
    }
    Location[] locations =
        JavaSources.packages(settings.folders()).stream()
            .map(each -> Location.fromPath("classpath:", each))
            .toArray(Location[]::new);
    return new Scanner<JavaMigration>(JavaMigration.class, configuration, locations).getClasses();
  }

  private static Predicate<ResolvedMigration> later(List<ResolvedMigration> resolved) {
    MigrationVersion highest =
        resolved.stream()
            .filter(each -> !isJava(each) && each.getVersion() != null)
            .map(ResolvedMigration::getVersion)
            .max(Comparator.naturalOrder())
            .orElse(MigrationVersion.EMPTY);
    return each ->
        isJava(each) && each.getVersion() != null && each.getVersion().compareTo(highest) > 0;
  }

  private static boolean isJava(ResolvedMigration migration) {
    return migration.getExecutor() instanceof JavaMigrationExecutor;
  }

  private PlannedMigration java(ResolvedMigration resolved) {
    String name = resolved.getScript();
    MemoryResource nothing =
        new MemoryResource(JavaSources.path(name), new byte[0], StandardCharsets.UTF_8);
    return new PlannedMigration(
        migration(resolved, nothing),
        factory.createSqlScript(nothing, false, new Provider()),
        context.getPlaceholders(),
        "",
        new JavaCode("migration", name, hash(), resolved.getExecutor(), configuration),
        Surroundings.NONE);
  }

  private String hash() {
    if (hash.isEmpty()) {
      hash = code.hash();
    }
    return hash;
  }

  private static MigrationVersion version(Migration migration) {
    return MigrationVersion.fromVersion(migration.version());
  }

  private static Problem refused(FlywayException e) {
    return Problem.failure(
        "resolving the migrations: Flyway refuses them: " + e.getMessage().strip(),
        "Flyway itself would stop here, too.",
        e);
  }

  private Collection<ResolvedMigration> resolve() {
    DirectSettings.tell(configuration, understood(settings.properties()));
    fillIn(context.getPlaceholders());
    factory = new PostgreSQLDatabaseType().createSqlScriptFactory(configuration, context);
    refuseNames();
    SqlScriptFactory remembering =
        (resource, mixed, provider) -> {
          SqlScript script = factory.createSqlScript(resource, mixed, provider);
          scripts.put(resource.getAbsolutePath(), script);
          return script;
        };
    return new CompositeMigrationResolver(
            new Provider(), this::classes, configuration, null, remembering, context, null)
        .resolveMigrations(configuration);
  }

  /**
   * Where a project wants names to be looked at, one that is not a migration's is refused. Rollback
   * scripts, which the open-source Flyway does not know, are fine.
   */
  private void refuseNames() {
    if (configuration.isValidateMigrationNaming()) {
      UndoScripts undo = new UndoScripts(settings);
      ResourceProvider named =
          new Provider() {
            @Override
            public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
              return super.getResources(prefix, suffixes).stream()
                  .filter(each -> !undo.isUndo(each.getAbsolutePath()))
                  .toList();
            }
          };
      new ResourceNameValidator()
          .validateSQLMigrationNaming(named, configuration, new PostgreSQLDatabaseType());
    }
  }

  /**
   * The open-source Flyway does not know undo scripts, nor the setting that names them; and it
   * looks for the callbacks' classes, which are not there where none are to be run.
   */
  private Map<String, String> understood(Map<String, String> properties) {
    Map<String, String> known = new HashMap<>(properties);
    known.remove("flyway.undoSqlMigrationPrefix");
    if (code.isEmpty()) {
      known.remove("flyway.callbacks");
    }
    return known;
  }

  /** Flyway's own placeholders, with values that are the same on every machine and day. */
  private void fillIn(Map<String, String> placeholders) {
    String schema = settings.defaultSchema();
    placeholders.put("flyway:defaultSchema", schema.isEmpty() ? "public" : schema);
    placeholders.put("flyway:user", "annals");
    placeholders.put("flyway:database", "annals");
    placeholders.put("flyway:timestamp", "2000-01-01 00:00:00");
    placeholders.put("flyway:workingDirectory", "/");
    placeholders.put("flyway:table", settings.table());
    placeholders.put("flyway:environment", "default");
  }

  /**
   * On an empty database a baseline file stands for all versions up to its own. To tell the
   * history, those versions are wanted: where there are any, the baseline is left out.
   */
  private List<ResolvedMigration> withoutHidingBaselines(List<ResolvedMigration> resolved) {
    List<ResolvedMigration> kept = new ArrayList<>();
    for (ResolvedMigration migration : resolved) {
      boolean hides =
          isBaseline(migration)
              && resolved.stream()
                  .anyMatch(
                      other ->
                          other != migration
                              && other.getVersion() != null
                              && !isBaseline(other)
                              && other.getVersion().compareTo(migration.getVersion()) <= 0);
      if (hides) {
        notes.add(
            migration.getPhysicalLocation()
                + " is a baseline for new databases: not replayed, the versions that it stands for"
                + " are");
      } else {
        kept.add(migration);
      }
    }
    return withoutOlderBaselines(kept);
  }

  /** Of several baselines with nothing between them Flyway runs the highest. */
  private List<ResolvedMigration> withoutOlderBaselines(List<ResolvedMigration> resolved) {
    MigrationVersion highest =
        resolved.stream()
            .filter(FlywayProject::isBaseline)
            .map(ResolvedMigration::getVersion)
            .max(Comparator.naturalOrder())
            .orElse(MigrationVersion.EMPTY);
    List<ResolvedMigration> kept = new ArrayList<>();
    for (ResolvedMigration migration : resolved) {
      if (isBaseline(migration) && migration.getVersion().compareTo(highest) < 0) {
        notes.add(
            migration.getPhysicalLocation()
                + " is below the baseline "
                + highest
                + ": not replayed, Flyway does not run it either");
      } else {
        kept.add(migration);
      }
    }
    return kept;
  }

  private static boolean isBaseline(ResolvedMigration migration) {
    return migration.getType().isBaseline();
  }

  private Migration migration(ResolvedMigration resolved, MemoryResource file) {
    MigrationVersion version = resolved.getVersion();
    String text = file.text();
    return new Migration(
        isBaseline(resolved)
            ? MigrationKind.BASELINE
            : version == null ? MigrationKind.REPEATABLE : MigrationKind.VERSIONED,
        version == null ? "" : version.getVersion(),
        resolved.getDescription(),
        file.getAbsolutePath(),
        resolved.getChecksum() == null ? 0 : resolved.getChecksum(),
        text,
        LeadingComment.of(text),
        Commit.UNKNOWN,
        List.of());
  }

  private String config(String path) {
    return files.files().containsKey(path + ".conf") ? resource(path + ".conf").text() : "";
  }

  private MemoryResource resource(String path) {
    return encodings.resource(path);
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Shows Flyway the files, and nothing else of this machine. */
  private class Provider implements ResourceProvider {

    @Override
    public LoadableResource getResource(String name) {
      return byName.getOrDefault(nameOf(name), List.of()).stream()
          .filter(path -> path.equals(name) || path.endsWith("/" + name))
          .findFirst()
          .map(FlywayProject.this::resource)
          .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      List<LoadableResource> found = new ArrayList<>();
      for (String path : files.files().keySet()) {
        String name = nameOf(path);
        for (String suffix : suffixes) {
          if (suffix.endsWith("sql") || !IgnoredFiles.isProgram(name)) {
            if (StringUtils.startsAndEndsWith(name, prefix, suffix)) {
              found.add(resource(path));
              break;
            }
          }
        }
      }
      return found;
    }
  }
}
