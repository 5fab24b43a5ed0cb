package dev.annals.judge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeMatrixTest {

  private static final Schema SCHEMA =
      Schema.of(
          List.of(
              new EnumType("public", "status", ""),
              new EnumType("shop", "state", ""),
              new Domain("public", "plain", "text", true, "", "", ""),
              new Domain("public", "email", "text", true, "", "", ""),
              new DomainCheck("public", "email", "at", "(VALUE ~ '@')", true, ""),
              new Domain("public", "Filled", "plain", false, "", "", "")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          character varying(50) | character varying(100) | SAME_BYTES
          character varying(50) | character varying | SAME_BYTES
          character varying(50) | text | SAME_BYTES
          text | character varying | SAME_BYTES
          text | character varying(10) | TEXT_SHORTENED
          character varying(50) | character varying(20) | TEXT_SHORTENED
          bit varying(5) | bit varying | SAME_BYTES
          bit varying(5) | bit varying(3) | TEXT_SHORTENED
          character(3) | character(5) | BLANKS_CHANGED
          character(3) | text | BLANKS_CHANGED
          text | character(3) | BLANKS_CHANGED
          numeric(10,2) | numeric(14,2) | SAME_BYTES
          numeric(10,2) | numeric | SAME_BYTES
          numeric(10,2) | numeric(12,4) | DECIMALS_ADDED
          numeric(10,2) | numeric(10,4) | DIGITS_TAKEN
          numeric(10,2) | numeric(8,2) | DIGITS_TAKEN
          numeric(12,4) | numeric(10,2) | DECIMALS_ROUNDED
          numeric | numeric(10,2) | DECIMALS_ROUNDED
          numeric(10,2) | integer | DECIMALS_ROUNDED
          smallint | integer | INTEGER_WIDENED
          integer | bigint | INTEGER_WIDENED
          bigint | integer | INTEGER_NARROWED
          integer | numeric | VALUE_KEPT
          integer | numeric(12,2) | VALUE_KEPT
          integer | numeric(5,2) | DIGITS_TAKEN
          real | double precision | VALUE_KEPT
          integer | double precision | VALUE_KEPT
          bigint | double precision | PRECISION_LOST
          integer | real | PRECISION_LOST
          double precision | real | PRECISION_LOST
          real | numeric | PRECISION_LOST
          numeric(10,2) | double precision | PRECISION_LOST
          double precision | integer | PRECISION_LOST
          integer | oid | OTHER_TYPE_SAME_BYTES
          oid | integer | OTHER_TYPE_SAME_BYTES
          timestamp(3) without time zone | timestamp without time zone | SAME_BYTES
          timestamp without time zone | timestamp(0) without time zone | SECONDS_ROUNDED
          time(3) with time zone | time(1) with time zone | SECONDS_ROUNDED
          interval | interval(2) | SECONDS_ROUNDED
          timestamp without time zone | timestamp with time zone | ZONE_ADDED
          timestamp with time zone | timestamp without time zone | ZONE_DROPPED
          timestamp without time zone | date | TIME_PART_LOST
          timestamp with time zone | time without time zone | TIME_PART_LOST
          date | timestamp without time zone | VALUE_KEPT
          date | timestamp with time zone | ZONE_ADDED
          cidr | inet | OTHER_TYPE_SAME_BYTES
          inet | cidr | HOST_BITS_LOST
          json | jsonb | JSON_PARSED
          jsonb | json | JSON_PRINTED
          status | text | PRINTED
          uuid | text | PRINTED
          bytea | character varying(50) | PRINTED
          integer[] | text | PRINTED
          text | integer | PARSED
          text | status | PARSED
          character varying(9) | jsonb | PARSED
          status | shop.state | LABELS_EXCHANGED
          text | plain | SAME_BYTES
          plain | text | SAME_BYTES
          email | text | SAME_BYTES
          text | email | CONDITIONS_ADDED
          text | "Filled" | CONDITIONS_ADDED
          integer[] | bigint[] | INTEGER_WIDENED
          integer | integer[] | UNKNOWN
          boolean | integer | UNKNOWN
          bit(3) | bit(5) | UNKNOWN
          """)
  void everyConversionOfTheMatrixIsKnown(String from, String to, Conversion expected) {
    assertEquals(expected, new TypeMatrix(SCHEMA, SCHEMA).conversion(from, to));
  }
}
