package dev.annals.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** SQL is coloured whatever it holds. */
class SqlHighlighterTest {

  @Test
  void sortsOfTokensAreTold() {
    assertEquals(
        "<b>select</b> <i>&#39;it&#39;&#39;s&#39;</i>," + " <u>1</u> <small>-- why</small>",
        SqlHighlighter.html("select 'it''s', 1 -- why"));
  }

  /** A seed of texts in one literal, as histories have them, is no reason to run out of stack. */
  @Test
  void aLongTextIsOneToken() {
    String long1 = "a''b".repeat(100_000);
    String html = SqlHighlighter.html("insert into t values ('" + long1 + "')");
    assertTrue(html.endsWith("&#39;</i>)"), () -> html.substring(html.length() - 40));
    assertTrue(
        SqlHighlighter.html("select \"" + "a\"\"b".repeat(100_000) + "\"").startsWith("<b>"));
  }

  @Test
  void aSchemaIsNoKeyword() {
    assertEquals("<b>TABLE</b> public.bill", SqlHighlighter.html("TABLE public.bill"));
    assertEquals(
        "<b>GRANT SELECT ON</b> a <b>TO PUBLIC</b>",
        SqlHighlighter.html("GRANT SELECT ON a TO PUBLIC"));
  }
}
