package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as PostgreSQL writes them: the first implies the second, or it does not. */
class ImplicationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(a > 0) | (a > 0)",
        "(a > 0) | (a >= 0)",
        "(a > 1) | (a >= 0)",
        "(a < 5) | (a <= 5)",
        "(a >= '-1'::integer) | (a > '-2'::integer)",
        "(total > (1)::numeric) | (total > (0)::numeric)",
        "(length(code) <= 10) | (length(code) <= 20)",
        "((a > 0) AND (b > 0)) | (b > 0)",
        "(a > 0) | ((a > 0) OR (b IS NULL))",
        "((a > 1) OR (b > 1)) | ((b > 0) OR (a > 0))",
        "(s = 'x'::text) | (s = ANY (ARRAY['x'::text, 'y'::text]))",
        "(s = ANY (ARRAY['x'::text, 'y'::text])) | (s = ANY (ARRAY['y'::text, 'a, b'::text, 'x'::text]))",
        "((s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))"
            + " | ((s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying, 'z'::character varying])::text[]))"
      })
  void itHolds(String before, String after) {
    assertTrue(Implication.holds(List.of(before), after));
    assertTrue(before.equals(after) || !Implication.holds(List.of(after), before), "and not back");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "(a >= 0) | (a > 0)",
        "(a > 0) | (b > 0)",
        "(a > 0) | (a < 10)",
        "(a < 0) | (a >= 0)",
        "(a > 0) | ((a > 0) AND (b > 0))",
        "((a > 0) OR (b > 0)) | (a > 0)",
        "(s = ANY (ARRAY['x'::text, 'y'::text])) | (s = ANY (ARRAY['x'::text, 'z'::text]))",
        "(s = ANY (ARRAY['x'::text, 'y'::text])) | (t = ANY (ARRAY['x'::text, 'y'::text]))",
        "(s = ANY (ARRAY[lower(t), 'y'::text])) | (s = ANY (ARRAY[upper(t), 'y'::text]))",
        "(a > b) | (a > c)"
      })
  void itDoesNot(String before, String after) {
    assertFalse(Implication.holds(List.of(before), after));
  }

  @Test
  void severalConditionsHoldTogether() {
    assertTrue(Implication.holds(List.of("(a > 1)", "(b > 1)"), "((a > 0) AND (b > 0))"));
    assertFalse(Implication.holds(List.of(), "(a > 0)"));
  }
}
