package dev.annals.extract.history;

import java.util.Locale;
import java.util.stream.Stream;
import org.flywaydb.core.api.callback.Event;

/** Why a callback is not run: a replay does what Flyway's migrate does on a new database. */
final class CallbackReasons {

  private final FlywaySettings settings;

  CallbackReasons(FlywaySettings settings) {
    this.settings = settings;
  }

  /**
   * The reason.
   *
   * @param name the file's name up to its description
   * @return a sentence without its subject; empty for what is no callback's name
   */
  String of(String name) {
    Event event = Event.fromId(name);
    return event == null ? "" : "is a callback that is not run: " + why(event.getId());
  }

  private String why(String event) {
    if (settings.get("skipDefaultCallbacks").equalsIgnoreCase("true")) {
      return "skipDefaultCallbacks is set";
    }
    if (!settings.get("callbackLocations").isEmpty()) {
      return "callbackLocations names other folders, and those are not read";
    }
    if (event.endsWith("Error")) {
      return "it is for what fails, and a replay ends there";
    }
    if (event.equals("beforeConnect")) {
      return "Flyway knows beforeConnect for programs alone";
    }
    if (event.endsWith("CreateSchema") || event.equals("createSchema")) {
      return "createSchemas is off";
    }
    if (event.endsWith("Validate")) {
      return "migrate validates nothing here";
    }
    if (event.equals("beforeRepeatables")) {
      return "there are no repeatable migrations";
    }
    return Stream.of("Clean", "Undo", "Baseline", "Repair", "Info")
        .filter(event::contains)
        .map(verb -> "it belongs to Flyway's " + verb.toLowerCase(Locale.ROOT) + ", not to migrate")
        .findFirst()
        .orElse("migrate does not run it");
  }
}
