package dev.annals.model.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DottedTest {

  private static final List<String> NAMES =
      List.of("a", "b", "a.b", ".", "\"", "\".\"", "a\"b", "\"a\"", "\"\".");

  @Test
  void noTwoNamesAreAlikeAndEachIsReadAgain() {
    Set<String> tables = new HashSet<>();
    for (String space : NAMES) {
      for (String parent : NAMES) {
        ObjectRef table = ObjectRef.table(space, parent);
        tables.add(table.qualified());
        assertEquals(table, Dotted.table(table.qualified()));
        for (String name : NAMES.subList(0, 2)) {
          ObjectRef column = column(space, parent, name);
          assertEquals(column, Dotted.column(column.qualified()));
          assertEquals(table.qualified() + "." + name, column.qualified());
        }
      }
    }
    assertEquals(NAMES.size() * NAMES.size(), tables.size());
  }

  private static ObjectRef column(String space, String parent, String name) {
    return new ObjectRef(ObjectKind.COLUMN, space, parent, name);
  }

  @Test
  void plainNamesStayAsTheyAre() {
    assertEquals("shop.orders", Dotted.of("shop", "orders"));
    assertEquals("shop.orders.c.d", column("shop", "orders", "c.d").qualified());
    assertEquals(
        "public.f(shop.money)",
        ObjectRef.of(ObjectKind.ROUTINE, "public", "f(shop.money)").qualified());
  }
}
