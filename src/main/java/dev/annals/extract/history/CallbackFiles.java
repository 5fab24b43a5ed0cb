package dev.annals.extract.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;

/** Finds callbacks, named and ordered as Flyway has it ({@code SqlScriptCallbackFactory}). */
final class CallbackFiles {

  private final Configuration configuration;
  private final ResourceProvider files;
  private final SqlScriptFactory scripts;
  private final Map<String, String> placeholders;

  CallbackFiles(
      Configuration configuration,
      ResourceProvider files,
      SqlScriptFactory scripts,
      Map<String, String> placeholders) {
    this.configuration = configuration;
    this.files = files;
    this.scripts = scripts;
    this.placeholders = placeholders;
  }

  private record Found(Event event, String description, PlannedCallback callback) {
    String path() {
      return callback.path();
    }
  }

  /**
   * Those that are there.
   *
   * @param sql whether to look for files
   * @param classes those of the project
   * @param hash differs where what these do may differ
   * @throws FlywayException if two are called the same
   */
  List<PlannedCallback> find(boolean sql, List<Callback> classes, Supplier<String> hash) {
    List<Found> ordered = new ArrayList<>(sql ? files() : List.of());
    ordered.addAll(found(classes, hash));
    ordered.sort(
        Comparator.comparing(Found::event)
            .thenComparing(Found::description)
            .thenComparing(Found::path));
    return ordered.stream().map(Found::callback).toList();
  }

  private List<Found> found(List<Callback> classes, Supplier<String> hash) {
    List<Found> found = new ArrayList<>();
    for (Callback callback : classes) {
      for (Event event : Event.values()) {
        CallbackClass one = new CallbackClass(callback, event, configuration);
        if (one.supports()) {
          String name = String.valueOf(callback.getCallbackName());
          found.add(new Found(event, name, planned(one, hash.get())));
        }
      }
    }
    return found;
  }

  private PlannedCallback planned(CallbackClass one, String hash) {
    String name = one.callback().getClass().getName();
    MemoryResource nothing =
        new MemoryResource(JavaSources.path(name), new byte[0], StandardCharsets.UTF_8);
    return new PlannedCallback(
        one.event().getId(),
        nothing.getAbsolutePath(),
        "",
        scripts.createSqlScript(nothing, false, files),
        placeholders,
        "",
        new JavaCode("callback", name, hash, one, configuration));
  }

  private Collection<Found> files() {
    ResourceNameParser names = new ResourceNameParser(configuration);
    Map<String, Found> found = new HashMap<>();
    for (LoadableResource resource :
        files.getResources("", configuration.getSqlMigrationSuffixes())) {
      ResourceName name = names.parse(resource.getFilename());
      Event event = name.isValid() ? Event.fromId(name.getPrefix()) : null;
      if (event != null && resource instanceof MemoryResource file) {
        Found one = new Found(event, String.valueOf(name.getDescription()), planned(event, file));
        Found other = found.put(name.getFilenameWithoutSuffix(), one);
        if (other != null) {
          throw new FlywayException(
              "Found more than 1 SQL callback script called "
                  + name.getFilenameWithoutSuffix()
                  + ": "
                  + other.path()
                  + " and "
                  + file.getAbsolutePath());
        }
      }
    }
    return found.values();
  }

  private PlannedCallback planned(Event event, MemoryResource file) {
    LoadableResource config = files.getResource(file.getAbsolutePath() + ".conf");
    return new PlannedCallback(
        event.getId(),
        file.getAbsolutePath(),
        file.text(),
        scripts.createSqlScript(file, configuration.isMixed(), files),
        placeholders,
        config instanceof MemoryResource text ? text.text() : "",
        JavaCode.NONE);
  }
}
