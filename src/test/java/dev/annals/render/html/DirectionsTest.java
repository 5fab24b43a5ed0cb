package dev.annals.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Blocks of pages that are written from right to left say so; all others say nothing. */
class DirectionsTest {

  private static String html(String markdown) {
    return new MarkdownRenderer().html(markdown, name -> name + ".html").strip();
  }

  @Test
  void aParagraphRunsAsItsFirstWordDoes() {
    assertEquals("<p dir=\"rtl\">שלום world</p>", html("שלום world"));
    assertEquals("<p dir=\"rtl\">2024: مرحبا</p>", html("2024: مرحبا"));
    assertEquals("<p>World שלום</p>", html("World שלום"));
    assertEquals("<p>Grüße, 世界</p>", html("Grüße, 世界"));
  }

  @Test
  void namesAndCodeAtItsBeginningDoNotDecide() {
    assertEquals(
        "<p dir=\"rtl\"><a href=\"book.html\"><code>book</code></a> הוא <code>id</code></p>",
        html("[[book]] הוא `id`"));
    assertEquals("<p dir=\"rtl\"><code>id</code> הוא</p>", html("`id` הוא"));
  }

  @Test
  void listsTablesAndHeadingsBeginAtTheirRight() {
    assertEquals("<ul dir=\"rtl\">\n<li>אחת</li>\n</ul>", html("- אחת"));
    assertEquals("<h2 id=\"why-אחת\" dir=\"rtl\">אחת</h2>", html("# אחת"));
    assertEquals(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table dir=\"rtl\">",
        html("| אחת | b |\n|---|---|\n| c | d |").lines().findFirst().orElseThrow());
  }

  @Test
  void anAlertIsStillOne() {
    assertEquals(
        "<blockquote class=\"alert alert-note\"><p dir=\"rtl\"><strong>Note</strong> שים לב</p>\n</blockquote>",
        html("> [!NOTE]\n> שים לב"));
  }
}
