package dev.annals.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WholeWordTest {

  @Test
  void aNameIsFoundInAnyCaseAndAsAWholeWord() {
    assertEquals(OptionalInt.of(12), WholeWord.of("orders").in("ALTER TABLE Orders ADD x int"));
    assertTrue(WholeWord.of("größe").isIn("\"GRÖSSE\", größe"));
    for (String text : new String[] {"old_orders", "orders2", "orders$x", "$orders", ""}) {
      assertFalse(WholeWord.of("orders").isIn(text), text);
    }
  }

  @Test
  void whatMeansSomethingInPatternsIsOnlyText() {
    assertEquals(OptionalInt.of(1), WholeWord.of("a.b*(c").in("\"a.b*(c\""));
    assertFalse(WholeWord.of("a.b").isIn("axb"));
  }
}
