package dev.annals.extract.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MissingExtensionTest {

  @Test
  void whatBringsATypeOrFunctionIsKnown() {
    String post = MissingExtension.advice("type \"geometry\" does not exist");
    assertTrue(post.contains("extension postgis, which the bundled server does not have"), post);
    String uuid = MissingExtension.advice("function uuid_generate_v4() does not exist");
    assertTrue(uuid.contains("CREATE EXTENSION IF NOT EXISTS \"uuid-ossp\";"), uuid);
    String trigram =
        MissingExtension.advice(
            "operator class \"gin_trgm_ops\" does not exist for access method \"gin\"");
    assertTrue(trigram.contains("extension pg_trgm"), trigram);
    String qualified = MissingExtension.advice("type public.hstore does not exist");
    assertTrue(qualified.contains("extension hstore"), qualified);
  }

  @Test
  void ofWhatNoExtensionBringsNothingIsSaid() {
    assertEquals("", MissingExtension.advice("type \"mood\" does not exist"));
    assertEquals("", MissingExtension.advice("relation \"geometry\" does not exist"));
    assertEquals("", MissingExtension.advice("function crypto_price(integer) does not exist"));
  }
}
