package dev.annals.extract.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What Flyway is told one by one has to be what it would read itself. */
final class DirectSettingsTest {

  private static final List<Function<FluentConfiguration, Object>> TOLD =
      List.of(
          FluentConfiguration::getDefaultSchema,
          configuration -> List.of(configuration.getSchemas()),
          FluentConfiguration::getTable,
          FluentConfiguration::getPlaceholders,
          FluentConfiguration::isBaselineOnMigrate,
          FluentConfiguration::isOutOfOrder,
          FluentConfiguration::isValidateOnMigrate,
          FluentConfiguration::getSqlMigrationPrefix);

  private static void assertSame(Map<String, String> said) {
    FluentConfiguration read = new FluentConfiguration().configuration(said);
    FluentConfiguration told = new FluentConfiguration();
    DirectSettings.tell(told, said);
    for (Function<FluentConfiguration, Object> each : TOLD) {
      assertEquals(each.apply(read), each.apply(told), said.toString());
    }
  }

  @Test
  void itUnderstandsTheSame() {
    assertSame(Map.of());
    assertSame(
        Map.of(
            "flyway.schemas", "shop, audit ,,log",
            "flyway.defaultSchema", "shop",
            "flyway.table", "migrations",
            "flyway.placeholders.owner", "app"));
    assertSame(
        Map.of(
            "flyway.baselineOnMigrate", "true",
            "flyway.outOfOrder", "true",
            "flyway.validateOnMigrate", "false"));
    assertSame(
        Map.of(
            "flyway.schemas", " shop ",
            "flyway.outOfOrder", "TRUE",
            "flyway.sqlMigrationPrefix", "S",
            "flyway.placeholders.owner", "app"));
  }

  @Test
  void whatFlywayRefusesIsRefused() {
    Map<String, String> said = Map.of("flyway.schemas", "shop", "flyway.noSuchSetting", "1");
    assertThrows(FlywayException.class, () -> new FluentConfiguration().configuration(said));
    assertThrows(FlywayException.class, () -> DirectSettings.tell(new FluentConfiguration(), said));
  }

  @Test
  void schemasStandInTheirOrder() {
    FluentConfiguration told = new FluentConfiguration();
    DirectSettings.tell(told, Map.of("flyway.schemas", "b,a"));
    assertArrayEquals(new String[] {"b", "a"}, told.getSchemas());
  }
}
