package dev.annals.extract.catalog.postgresql;

import dev.annals.json.SchemaObjects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the catalogue queries as it came from the server.
 *
 * @param sort the record of the model that it is, or what is to be done
 * @param unit what it belongs to: {@code r}elation, {@code t}ype, {@code p}rocedure
 * @param unitOid the unit's number
 * @param identity of the object; 0 where it has none
 * @param components as JSON
 */
record RawRow(String sort, String unit, long unitOid, long identity, String components) {

  /** All rows of a result, which is closed. */
  static List<RawRow> all(ResultSet result) throws SQLException {
    List<RawRow> rows = new ArrayList<>();
    try (result) {
      while (result.next()) {
        rows.add(
            new RawRow(
                result.getString(1),
                result.getString(2),
                result.getLong(3),
                result.getLong(4),
                result.getString(5)));
      }
    }
    return rows;
  }

  /** The name of the unit. */
  String unitName() {
    return unit + unitOid;
  }

  /** The object that it tells of. */
  CatalogRow row() {
    return new CatalogRow(unitName(), identity, SchemaObjects.read(sort, components));
  }
}
