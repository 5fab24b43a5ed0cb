package dev.annals.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Numbers read the same in every country. */
class CountedTest {

  @Test
  void thousandsAreParted() {
    assertEquals("0", Counted.of(0));
    assertEquals("999", Counted.of(999));
    assertEquals("1,000", Counted.of(1000));
    assertEquals("12,376,001", Counted.of(12_376_001));
    assertEquals("1 column", Counted.of(1, "column"));
    assertEquals("1,024 columns", Counted.of(1024, "column"));
  }
}
