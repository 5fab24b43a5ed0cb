package dev.annals.judge.succession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one table gets from one other is told from what is made of several, or of nothing. */
class CopyingInsertsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "INSERT INTO contact (id, email) SELECT id, mail FROM customer => id>id, mail>email",
        "insert into Contact (Email) select distinct c.MAIL from customer as c where c.mail is not null; => mail>email",
        "INSERT INTO contact (email, kind) SELECT lower(c.mail), 'x' FROM customer c ON CONFLICT DO NOTHING => mail>email as lower(c.mail)",
        "CREATE TABLE contact AS SELECT mail AS email, name FROM customer => mail>email, name>name",
        "CREATE TABLE IF NOT EXISTS contact AS (SELECT mail AS email FROM customer) => mail>email",
        "INSERT INTO contact (label) SELECT first || last FROM customer => first>label as first || last, last>label as first || last",
      })
  void thisCarriesOver(String sql, String expected) {
    assertEquals(
        expected,
        String.join(
            ", ",
            CopyingInserts.of(sql).stream()
                .map(
                    copy ->
                        copy.from()
                            + ">"
                            + copy.to()
                            + (copy.value().isEmpty() ? "" : " as " + copy.value()))
                .sorted()
                .toList()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO contact (email) VALUES ('x')",
        "INSERT INTO contact SELECT * FROM customer",
        "INSERT INTO contact (id, email) SELECT * FROM customer",
        "INSERT INTO contact (email) SELECT mail FROM customer JOIN account ON true",
        "INSERT INTO contact (email) SELECT mail FROM customer, account",
        "INSERT INTO contact (email) SELECT mail FROM customer UNION SELECT mail FROM account",
        "INSERT INTO contact (email) SELECT max(x) FROM (SELECT 1 AS x) y",
        "INSERT INTO contact (email) SELECT mail FROM unnest(ARRAY['a']) mail",
        "INSERT INTO contact (n) SELECT count(*) FROM customer GROUP BY mail",
        "INSERT INTO contact (email) SELECT CASE WHEN a THEN b ELSE mail END FROM customer",
        "INSERT INTO customer (email) SELECT mail FROM customer",
        "INSERT INTO contact (id, email) SELECT mail FROM customer",
        "-- INSERT INTO contact (email) SELECT mail FROM customer",
        "CREATE TABLE contact (LIKE customer)",
        "INSERT INTO",
        "INSERT INTO contact (",
        "INSERT INTO contact (email) SELECT",
        "INSERT INTO contact (email) SELECT mail FROM",
        "CREATE TABLE contact AS"
      })
  void thisDoesNot(String sql) {
    assertEquals(List.of(), CopyingInserts.of(sql), sql);
  }
}
