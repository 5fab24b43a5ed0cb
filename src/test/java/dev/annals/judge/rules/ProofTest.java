package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (a IS NOT NULL) | a | true
          ((a IS NOT NULL) AND (b > 0)) | a | true
          ((b > 0) AND ((c = 'x AND (') AND (a IS NOT NULL))) | a | true
          ("Weird Name" IS NOT NULL) | Weird Name | true
          ((a IS NOT NULL) OR (b > 0)) | a | false
          (NOT (a IS NOT NULL)) | a | false
          (b = (a IS NOT NULL)) | a | false
          (aa IS NOT NULL) | a | false
          (a IS NULL) | a | false
          """)
  void onlyAPartThatHasToHoldIsAProof(String expression, String column, boolean proof) {
    assertEquals(proof, Proof.saysNotNull(expression, column));
  }
}
