package dev.annals.extract.catalog.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.extract.catalog.CatalogScope;
import dev.annals.extract.replay.server.ScratchServer;
import dev.annals.extract.replay.server.SharedServer;
import dev.annals.model.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresCatalogIT {

  /** The majors whose binaries are on this machine; the bundled one always is. */
  static List<Integer> majors() {
    return IntStream.rangeClosed(14, 18).filter(SharedServer::present).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void readsEverySortOfObject(int major) throws SQLException, IOException {
    Schema schema = read(major, resource("everything.sql"));
    String text = schema.objects().stream().map(Object::toString).collect(Collectors.joining("\n"));
    String sorts =
        schema.objects().stream()
            .map(object -> object.getClass().getSimpleName())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    String wanted =
        Stream.of(dev.annals.model.schema.SchemaObject.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .sorted()
            .collect(Collectors.joining(" "));
    assertEquals(wanted, sorts, text);
    assertEquals(schema, read(major, resource("everything.sql")));
    assertTrue(text.contains("numeric(10,2)"), text);
  }

  private static String resource(String name) throws IOException {
    try (var in = PostgresCatalogIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Schema read(int major, String sql) throws SQLException {
    ScratchServer server = SharedServer.get(major);
    String database = server.createDatabase();
    try (Connection connection = server.migrator(database);
        Statement statement = connection.createStatement()) {
      for (String one : sql.split(";\n(?=[A-Z])")) {
        statement.execute(one);
      }
      return PostgresCatalog.read(connection, CatalogScope.flyway()).schema();
    } finally {
      server.dropDatabase(database);
    }
  }
}
