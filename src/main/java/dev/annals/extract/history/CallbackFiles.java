package dev.annals.extract.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.flywaydb.core.internal.sqlscript.SqlScriptFactory;

/** Finds SQL callbacks, named and ordered as Flyway has it ({@code SqlScriptCallbackFactory}). */
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

  private record Found(Event event, String description, MemoryResource resource) {}

  /**
   * Those that are there.
   *
   * @throws FlywayException if two are called the same
   */
  List<PlannedCallback> find() {
    ResourceNameParser names = new ResourceNameParser(configuration);
    Map<String, Found> found = new HashMap<>();
    for (LoadableResource resource :
        files.getResources("", configuration.getSqlMigrationSuffixes())) {
      ResourceName name = names.parse(resource.getFilename());
      Event event = name.isValid() ? Event.fromId(name.getPrefix()) : null;
      if (event != null && resource instanceof MemoryResource file) {
        Found one = new Found(event, String.valueOf(name.getDescription()), file);
        Found other = found.put(name.getFilenameWithoutSuffix(), one);
        if (other != null) {
          throw new FlywayException(
              "Found more than 1 SQL callback script called "
                  + name.getFilenameWithoutSuffix()
                  + ": "
                  + other.resource().getAbsolutePath()
                  + " and "
                  + file.getAbsolutePath());
        }
      }
    }
    List<Found> ordered = new ArrayList<>(found.values());
    ordered.sort(
        Comparator.comparing(Found::event)
            .thenComparing(Found::description)
            .thenComparing(one -> one.resource().getAbsolutePath()));
    return ordered.stream().map(this::planned).toList();
  }

  private PlannedCallback planned(Found found) {
    MemoryResource file = found.resource();
    LoadableResource config = files.getResource(file.getAbsolutePath() + ".conf");
    return new PlannedCallback(
        found.event().getId(),
        file.getAbsolutePath(),
        file.text(),
        scripts.createSqlScript(file, configuration.isMixed(), files),
        placeholders,
        config instanceof MemoryResource text ? text.text() : "");
  }
}
