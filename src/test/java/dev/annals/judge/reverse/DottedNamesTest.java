package dev.annals.judge.reverse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DottedNamesTest {

  @Test
  void namesAreFoundQuotedAndPlain() {
    assertEquals(
        Set.of("public.orders", "Odd \"one\".total"),
        DottedNames.in("select public.orders, \"Odd \"\"one\"\"\".total from x"));
  }

  /** A quotation mark in a text begins no name, however much comes before the next. */
  @Test
  void oneQuotationMarkAndLongTextsAreNoDanger() {
    String far = "x".repeat(200_000);
    assertEquals(
        Set.of("public.orders"),
        DottedNames.in("'3\" wide' || '" + far + "' || '4\" high' || public.orders"));
    assertEquals(Set.of(), DottedNames.in("\"" + far));
  }
}
