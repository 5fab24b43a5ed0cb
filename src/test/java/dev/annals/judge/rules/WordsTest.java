package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static String grant(String schema, ObjectKind on, String object) {
    return Words.the(new Grant(schema, on, object, "reader", List.of("SELECT")));
  }

  /** The full stop before a column is none of a name. */
  @Test
  void aGrantOnAColumnIsNotQuotedAsAWhole() {
    assertEquals(
        "the grant on column orders.total to reader",
        grant("public", ObjectKind.COLUMN, "orders.total"));
    assertEquals(
        "the grant on column \"a.b\".orders.total to reader",
        grant("a.b", ObjectKind.COLUMN, "orders.total"));
    assertEquals(
        "the grant on routine shop.f(shop.money) to reader",
        grant("shop", ObjectKind.ROUTINE, "f(shop.money)"));
  }
}
