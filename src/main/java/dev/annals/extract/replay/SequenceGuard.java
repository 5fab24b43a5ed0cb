package dev.annals.extract.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts sequences back to where they were: a number that was taken stays taken when its transaction
 * is taken back, and a later migration may count on it.
 */
final class SequenceGuard {

  private final Connection connection;
  private Map<String, Place> places = Map.of();

  SequenceGuard(Connection connection) {
    this.connection = connection;
  }

  /** Where a sequence stands. */
  private record Place(long value, boolean taken) {}

  void remember() throws SQLException {
    places = places();
  }

  void restore() throws SQLException {
    Map<String, Place> moved = places();
    moved.entrySet().removeIf(entry -> entry.getValue().equals(places.get(entry.getKey())));
    if (moved.isEmpty()) {
      return;
    }
    try (PreparedStatement set =
        connection.prepareStatement(SessionState.sql("sequence-set.sql"))) {
      for (String name : moved.keySet()) {
        Place place = places.get(name);
        set.setString(1, name);
        set.setLong(2, place.value());
        set.setBoolean(3, place.taken());
        set.executeQuery().close();
      }
    }
  }

  private Map<String, Place> places() throws SQLException {
    Map<String, Place> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SessionState.sql("sequences.sql"))) {
      while (result.next()) {
        found.put(result.getString(1), new Place(result.getLong(2), result.getBoolean(3)));
      }
    }
    return found;
  }
}
