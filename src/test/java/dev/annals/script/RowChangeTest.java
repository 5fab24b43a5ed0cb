package dev.annals.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements change rows, and of which table. */
class RowChangeTest {

  private static String told(String sql) {
    return RowChange.of(SqlScript.of(sql)).stream()
        .map(
            each ->
                each.verb().label()
                    + " "
                    + (each.schema().isEmpty() ? "" : each.schema() + ".")
                    + each.table()
                    + " "
                    + each.line())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "UPDATE orders SET total = 0 | updates orders 1",
        "update only Shop.Orders o set total = 0 | updates shop.orders 1",
        "INSERT INTO \"Orders\" (id) SELECT 1 | inserts into Orders 1",
        "DELETE FROM orders USING customer WHERE true | deletes from orders 1",
        "TRUNCATE TABLE orders | empties orders 1",
        "MERGE INTO orders USING n ON true WHEN MATCHED THEN DO NOTHING | updates orders 1",
        "COPY orders (id, total) FROM stdin | inserts into orders 1",
        "UPDATE ${schema}.orders SET total = 0 | updates orders 1",
        "WITH x AS (DELETE FROM old RETURNING *) INSERT INTO orders SELECT * FROM x"
            + " | deletes from old 1, inserts into orders 1",
        "INSERT INTO orders VALUES (1) ON CONFLICT (id) DO UPDATE SET total = 1 | inserts into orders 1",
        "DO $$ BEGIN UPDATE orders SET total = 0; DELETE FROM old; END $$"
            + " | updates orders 1, deletes from old 1"
      })
  void theseDo(String sql, String told) {
    assertEquals(told, told(sql));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM orders FOR UPDATE",
        "COPY orders TO stdout",
        "GRANT UPDATE, DELETE ON orders TO clerk",
        "CREATE TRIGGER t BEFORE UPDATE OF total ON orders EXECUTE FUNCTION f()",
        "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'DELETE FROM orders'",
        "ALTER TABLE orders ADD FOREIGN KEY (c) REFERENCES c ON DELETE CASCADE ON UPDATE CASCADE",
        "-- UPDATE orders SET total = 0",
        "INSERT"
      })
  void theseDoNot(String sql) {
    assertEquals("", told(sql));
  }

  @Test
  void linesAreTold() {
    assertEquals(
        "updates a 1, deletes from b 3",
        told("UPDATE a SET x = 'DELETE FROM c';\n\nDELETE FROM b;"));
  }
}
