package dev.annals.judge.succession;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An UPDATE that carries a column over is told from one that makes a new value. */
class CopyingUpdatesTest {

  private static final Copy MAIL = new Copy("", "customer", "mail", "email");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE customer SET email = mail",
        "update Customer set EMAIL = Mail where email is null;",
        "UPDATE ONLY customer AS c SET email = c.mail WHERE c.email IS NULL",
        "UPDATE customer c SET name = 'x', email = lower(trim(c.mail))::citext WHERE true",
        "UPDATE customer SET email = coalesce(email, mail, 'nobody@example.org') RETURNING id",
        "UPDATE customer SET email = CAST(mail AS varchar(80))",
        "UPDATE customer SET email = \"mail\" FROM country WHERE country.id = customer.country_id",
        "DO $$ BEGIN LOOP UPDATE customer SET email = mail WHERE id < 7; END LOOP; END $$",
        "UPDATE customer SET (name, email) = ('x', mail)",
        "UPDATE customer SET (email) = ROW (lower(mail)), name = upper(name)",
        "UPDATE customer c SET (name, email) = (SELECT 'x', c.mail) WHERE true",
        "UPDATE customer SET (email, name) = (SELECT o.mail, 'x' FROM customer o WHERE o.id = customer.id)",
        "-- UPDATE x SET y = z\nUPDATE ${schema}.customer SET email = mail -- the rest\n;"
      })
  void thisCarriesOver(String sql) {
    assertEquals(List.of(MAIL), plain(CopyingUpdates.of(sql)));
  }

  @Test
  void severalColumnsAtOnceAreSeveralCopies() {
    assertEquals(
        List.of(MAIL, new Copy("", "customer", "tel", "phone")),
        plain(
            CopyingUpdates.of(
                "UPDATE customer SET (email, phone, name) = (trim(mail), tel, 'x')")));
  }

  /** Without how the value is made. */
  private static List<Copy> plain(List<Copy> copies) {
    return copies.stream()
        .map(copy -> new Copy(copy.schema(), copy.table(), copy.from(), copy.to()))
        .toList();
  }

  @Test
  void howTheValueIsMadeIsTold() {
    assertEquals("its values were copied", words("mail"));
    assertEquals("its values were copied", words("customer.mail"));
    assertEquals("its values were copied as mail * 100", words("mail * 100"));
    assertEquals("its values were copied as lower(mail)", words("lower( mail )"));
    assertEquals("its values were copied as mail::numeric(10, 2)", words("mail :: numeric(10,2)"));
    assertEquals("its values were copied", words("mail || '" + "x".repeat(90) + "'"));
  }

  private static String words(String value) {
    return CopyingUpdates.of("UPDATE customer SET email = " + value).get(0).words();
  }

  @Test
  void aMixtureNamesAllThatItIsMadeOf() {
    List<Copy> copies =
        CopyingUpdates.of("UPDATE customer SET email = first_name || '.' || last_name");
    assertEquals(
        List.of("first_name", "last_name"), copies.stream().map(Copy::from).sorted().toList());
    assertEquals(Set.of("first_name", "last_name"), copies.get(0).mixed());
    assertEquals("its values were copied as first_name || '.' || last_name", copies.get(0).words());
  }

  @Test
  void theNameSpaceIsKept() {
    assertEquals(
        List.of(new Copy("crm", "customer", "mail", "email")),
        CopyingUpdates.of("UPDATE crm.customer SET email = customer.mail"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE customer SET email = 'x'",
        "UPDATE customer SET wants_mail = mail IS NOT NULL",
        "UPDATE customer SET wants_mail = (mail <> '')",
        "UPDATE customer SET email = CASE WHEN mail = '' THEN NULL ELSE mail END",
        "UPDATE customer SET email = (SELECT mail FROM account WHERE account.id = customer.id)",
        "UPDATE customer SET email = a.mail FROM account a WHERE a.id = customer.id",
        "UPDATE customer SET (name, email) = (SELECT a.name, a.mail FROM account a WHERE a.id = customer.id)",
        "UPDATE customer SET (name, email) = (SELECT 'x', mail FROM customer, account WHERE true)",
        "UPDATE customer SET (name, email) = (SELECT 'x', o.mail FROM customer o JOIN account a ON true WHERE true)",
        "UPDATE customer SET (name, email) = (SELECT 'x', mail FROM crm.customer WHERE true)",
        "UPDATE customer SET (name, email) = (mail)",
        "UPDATE customer SET (name, email",
        "UPDATE customer SET (name, email) = (",
        "UPDATE customer SET email = upper(email)",
        "UPDATE customer SET email = DEFAULT",
        "-- UPDATE customer SET email = mail",
        "/* UPDATE customer SET email = mail */ SELECT 1",
        "INSERT INTO note VALUES ('UPDATE customer SET email = mail')",
        "INSERT INTO customer (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET email = excluded.mail",
        "CREATE TRIGGER t BEFORE UPDATE OF mail ON customer EXECUTE FUNCTION f()",
        "SELECT * FROM customer FOR UPDATE",
        "UPDATE",
        "UPDATE customer SET",
        "UPDATE customer SET email ="
      })
  void thisDoesNot(String sql) {
    assertEquals(List.of(), CopyingUpdates.of(sql), sql);
  }
}
