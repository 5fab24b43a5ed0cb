package dev.annals.extract.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.util.StringUtils;

/**
 * Tells Flyway what a project says. To take in any list of settings it copies all of its own, which
 * takes a tenth of a second and more: most projects say no more than what it can be told one by
 * one.
 */
final class DirectSettings {

  private static final String PLACEHOLDERS = "flyway.placeholders.";

  private static final Map<String, BiConsumer<FluentConfiguration, String>> TEXTS =
      Map.of(
          "flyway.defaultSchema",
          FluentConfiguration::defaultSchema,
          "flyway.schemas",
          (configuration, said) ->
              configuration.schemas(StringUtils.tokenizeToStringArray(said, ",")),
          "flyway.table",
          FluentConfiguration::table);

  private static final Map<String, BiConsumer<FluentConfiguration, Boolean>> FLAGS =
      Map.of(
          "flyway.baselineOnMigrate",
          FluentConfiguration::baselineOnMigrate,
          "flyway.outOfOrder",
          FluentConfiguration::outOfOrder,
          "flyway.validateOnMigrate",
          FluentConfiguration::validateOnMigrate);

  private DirectSettings() {}

  /**
   * Tells it.
   *
   * @param said Flyway's own keys with their values
   * @throws org.flywaydb.core.api.FlywayException if it does not understand them
   */
  static void tell(FluentConfiguration configuration, Map<String, String> said) {
    Map<String, String> placeholders = new HashMap<>();
    Map<String, String> others = new HashMap<>();
    said.forEach(
        (key, value) -> {
          if (key.startsWith(PLACEHOLDERS)) {
            placeholders.put(key.substring(PLACEHOLDERS.length()), value);
          } else if (TEXTS.containsKey(key)) {
            TEXTS.get(key).accept(configuration, value);
          } else if (FLAGS.containsKey(key) && (value.equals("true") || value.equals("false"))) {
            FLAGS.get(key).accept(configuration, value.equals("true"));
          } else {
            others.put(key, value);
          }
        });
    configuration.placeholders(placeholders);
    if (!others.isEmpty()) {
      configuration.configuration(others);
    }
  }
}
