package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MissingExtensionTest {

  @Test
  void whatBringsATypeOrFunctionIsKnown() {
    String post =
        MissingExtension.advice("type \"geometry\" does not exist", "CREATE TABLE t (at geometry)");
    assertTrue(post.contains("extension postgis, which the bundled server does not have"), post);
    String uuid = MissingExtension.advice("function uuid_generate_v4() does not exist", "");
    assertTrue(uuid.contains("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\";"), uuid);
    String trigram =
        MissingExtension.advice(
            "operator class \"gin_trgm_ops\" does not exist for access method \"gin\"", "");
    assertTrue(trigram.contains("extension pg_trgm"), trigram);
    String qualified = MissingExtension.advice("type public.hstore does not exist", "");
    assertTrue(qualified.contains("extension hstore"), qualified);
  }

  @Test
  void ofWhatNoExtensionBringsNothingIsSaid() {
    assertEquals("", MissingExtension.advice("type \"mood\" does not exist", ""));
    assertEquals("", MissingExtension.advice("relation \"geometry\" does not exist", ""));
    assertEquals("", MissingExtension.advice("function crypto_price(integer) does not exist", ""));
  }

  @Test
  void aDomainIsProposedOnlyWhereItCanStandIn() {
    String missing = "type \"geometry\" does not exist";
    String plain = MissingExtension.advice(missing, "CREATE TABLE t (at geometry NOT NULL)");
    assertTrue(plain.contains("CREATE DOMAIN geometry AS point;"), plain);
    String modified = MissingExtension.advice(missing, "CREATE TABLE t (at geometry(Point, 4326))");
    assertTrue(modified.endsWith("has it (scratch: jdbc:postgresql:…)."), modified);
    String vector = MissingExtension.advice("type \"vector\" does not exist", "x VECTOR (1536)");
    assertTrue(vector.endsWith("has it (scratch: jdbc:postgresql:…)."), vector);
    String function =
        MissingExtension.advice("function st_area(text) does not exist", "SELECT st_area('x')");
    assertTrue(function.endsWith("has it (scratch: jdbc:postgresql:…)."), function);
  }
}
