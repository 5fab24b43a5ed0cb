package dev.annals.model.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What comments say of things that are to go. */
class DeprecationTest {

  private static final ObjectRef TOTAL =
      new ObjectRef(ObjectKind.COLUMN, "public", "orders", "total");

  private static String read(String comment) {
    return Deprecation.of(TOTAL, comment)
        .map(d -> d.since() + "|" + d.use() + "|" + d.remove())
        .orElse("none");
  }

  @Test
  void clausesInAnyOrder() {
    assertEquals(
        "1.4|orders.total_cents|2.0",
        read("@deprecated since 1.4, use orders.total_cents, remove in 2.0. What it cost."));
    assertEquals("1.4||v2", read("Cost. @deprecated removed in v2; since 1.4"));
    assertEquals("||", read("@deprecated"));
    assertEquals("|a.b|", read("@deprecated: use a.b\nMore text, since 2"));
    assertEquals("none", read("not deprecated at all"));
    assertEquals("none", read("@deprecatedly since 2"));
  }

  @Test
  void sentences() {
    Deprecation deprecation =
        Deprecation.of(TOTAL, "@deprecated since 1.4, remove in 2").orElseThrow();
    assertEquals(
        "orders.total is deprecated since 1.4, to be removed in 2", deprecation.sentence());
  }
}
