package dev.annals.extract.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which programs write parameters. */
class ParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "SELECT a FROM t WHERE b = ? AND c = ? => SELECT a FROM t WHERE b = $1 AND c = $2",
        "SELECT a FROM t WHERE b = :x OR c = :x AND d=:yy => SELECT a FROM t WHERE b = $1 OR c = $1 AND d=$2",
        "SELECT a::text, ':x' FROM t WHERE b = $1 => SELECT a::text, ':x' FROM t WHERE b = $1",
        "SELECT a ?? 'x' FROM t WHERE b = ? => SELECT a ? 'x' FROM t WHERE b = $1",
        "SELECT a ? 'x' FROM t WHERE b = :b => SELECT a ? 'x' FROM t WHERE b = $1",
        "SELECT a ?| '{x}' FROM t WHERE b = ? => SELECT a ?| '{x}' FROM t WHERE b = $1",
        "SELECT l[1:2], a @> b FROM t WHERE c = @c => SELECT l[1:2], a @> b FROM t WHERE c = $1",
        "SELECT #{id}, #{id,jdbcType=INTEGER} => SELECT $1, $1",
        "SELECT %(a)s, %(b)s => SELECT $1, $2",
        "SELECT 'it''s ?', \"?\" -- ? => SELECT 'it''s ?', \"?\" -- ?",
        "SELECT $$ :a ? $$, :b /* :c */ => SELECT $$ :a ? $$, $1 /* :c */",
      })
  void theyAreNumbered(String written, String numbered) {
    assertEquals(numbered, Parameters.numbered(written));
  }
}
