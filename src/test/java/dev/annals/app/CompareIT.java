package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the comparison of two releases says where there is little to compare. */
@ExtendWith(Browsing.class)
class CompareIT {

  @TempDir Path project;

  private Path build() throws IOException {
    return OwnSite.of(project);
  }

  private void put(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String said(Browser browser) {
    browser.waitFor("document.querySelector('[data-result] .lead')");
    return browser.run("document.querySelector('[data-result]').innerText");
  }

  @Test
  void aSingleReleaseAReleaseItselfAndNamesInSentences(Browser browser) throws Exception {
    put("annals.yml", "title: Shop\n");
    put("migrations/V1__a.sql", "CREATE TABLE orders (id int PRIMARY KEY, mail text);");
    browser.open(build(), "compare.html");
    assertEquals("1 is the only release so far. What 1 brought", said(browser));
    assertTrue(browser.is("document.querySelector('[data-compare]').hidden"));
    browser.click("[data-result] .lead a");
    browser.waitFor("location.pathname.endsWith('releases/1.html')");

    put("migrations/V2__b.sql", "ALTER TABLE orders ADD CONSTRAINT mail_key UNIQUE (mail);");
    browser.open(build(), "compare.html#2..2");
    assertEquals("Choose two releases that differ. What 2 brought", said(browser));
    assertTrue(browser.is("!document.querySelector('[data-compare]').hidden"));

    browser.open(project.resolve("site"), "compare.html#1..2");
    String result = said(browser);
    assertTrue(result.contains("orders rejects duplicates of (mail)."), result);

    put(
        "migrations/V3__c.sql",
        """
        GRANT SELECT, INSERT ON orders TO PUBLIC;
        ALTER TABLE orders ADD country char(2) DEFAULT 'DE', ADD CONSTRAINT far CHECK (id > 0);
        ALTER TABLE orders ALTER COLUMN mail SET NOT NULL;
        """);
    browser.open(build(), "compare.html#2..3");
    result = said(browser);
    assertTrue(result.contains("grant to everybody on table orders"), result);
    assertTrue(result.contains("INSERT, SELECT"), result);
    assertTrue(result.contains("character(2) default 'DE'"), result);
    assertTrue(result.contains("check constraint far"), result);
    assertFalse(result.contains("bpchar") || result.contains("expression"), result);
    assertTrue(
        browser.is(
            "document.querySelector('[data-result] a[href$=\"tables/public.orders.html#col-mail\"]')"
                + ".innerText.includes('no longer takes null')"));
    browser.click("[data-result] a[href*='rules/']");
    browser.waitFor("location.pathname.includes('/rules/')");
    assertEquals(List.of(), browser.errors());
  }
}
