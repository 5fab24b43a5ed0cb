package dev.annals.judge.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that fit the patterns that people write in checks. */
class PatternTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^97[89][0-9]{10}$",
        "^[^@\\s]+@[^@\\s]+[.][^@\\s]+$",
        "^[A-Z]{2}$",
        "^(new|paid)$",
        "^#[0-9a-fA-F]{6}$",
        "^\\+?[0-9]{6,15}$",
        "^https?://.+",
        "^([a-z]+-)*[a-z]+$",
        "^\\d{3}\\.\\d{2}$",
      })
  void theyFit(String pattern) {
    String text = PatternText.of(pattern).orElseThrow();
    assertTrue(Pattern.compile(pattern).matcher(text).find(), text);
  }

  @Test
  void whatIsNotUnderstoodGivesNothing() {
    assertEquals(Optional.empty(), PatternText.of("[a-z"));
    assertEquals(Optional.empty(), PatternText.of("a)b"));
    assertEquals(Optional.empty(), PatternText.of("(a{9999}){9999}"));
    assertEquals("a@a.de", PatternText.like("%@%.de"));
  }
}
