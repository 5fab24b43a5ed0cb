package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader finds under an address that has no page, at a host that serves it in a folder. */
@ExtendWith(Browsing.class)
class MissingPageIT {

  private static Browser browser;
  private static SiteHost host;

  @BeforeAll
  static void start(Browser lent) throws Exception {
    browser = lent;
    host = SiteHost.of(Bookshop.site());
  }

  @AfterAll
  static void end() {
    if (host != null) {
      host.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"book_of_old.html", "tables/public.book_of_old.html", "a/b/book_of_old.html"})
  void itFindsItsSite(String address) {
    browser.visit(host.at(address));
    browser.waitFor(
        "document.querySelector('.search-open') && document.querySelector('.tree details')");
    assertTrue(browser.run("document.title").startsWith("There is no page at this address"));
    String links = "[...document.querySelectorAll('main a, .side a, .top a')].map(a => a.href)";
    assertTrue(
        browser.is(links + ".every(to => to.startsWith('" + host.at("") + "'))"),
        () -> browser.run(links + ".join(' ')"));
    assertEquals(
        "sticky", browser.run("getComputedStyle(document.querySelector('.top')).position"));
    browser.keys("/");
    browser.waitFor("document.querySelector('dialog[open] input')");
    browser.keys("customer");
    browser.waitFor("document.querySelector('.hits a[aria-selected=true]')");
    browser.keys("Escape");
    browser.keys("Escape");
    browser.click("[data-asked] a");
    browser.waitFor("location.search === '?q=book_of_old' && document.querySelector('.hits a')");
  }

  /** The policy of pages is as strict here: nothing but files of the site was asked for. */
  @Test
  void itLooksLikeItsSiteWithoutScripts() {
    browser.send("Emulation.setScriptExecutionDisabled", "value", true);
    try {
      browser.visit(host.at("tables/public.gone.html"));
      browser.waitFor("getComputedStyle(document.querySelector('.top')).position === 'sticky'");
      assertTrue(browser.is("document.querySelector('noscript').innerText.includes('docs.')"));
    } finally {
      browser.send("Emulation.setScriptExecutionDisabled", "value", false);
    }
  }

  @Test
  void itOpensFromAFile() {
    browser.open(Bookshop.site(), "404.html");
    browser.waitFor("document.querySelector('.tree details')");
    assertTrue(browser.is("document.querySelector('[data-asked]').hidden"));
    browser.click("main a[href$='a-z.html']");
    browser.waitFor("document.title.startsWith('Everything')");
  }
}
