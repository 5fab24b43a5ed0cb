package dev.annals.render.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that is known gives the HTML that it would give, and looks its links up anew. */
class KnownTextsTest {

  private static final List<String> TEXTS =
      List.of(
          "# One\n\nSee [[customer]] and *that*.",
          "Snow \u2603 and \ud83d\udcda, <b>no</b>.",
          "- line\n".repeat(9_000),
          " ");

  @Test
  void aBundleGivesBackWhatWasMade() {
    MarkdownRenderer renderer = new MarkdownRenderer();
    MarkdownRenderer.known().forget();
    List<String> made = TEXTS.stream().map(text -> renderer.html(text, name -> "x.html")).toList();
    byte[] bundle = MarkdownRenderer.known().bundle(true).orElseThrow();
    MarkdownRenderer.known().forget();
    MarkdownRenderer.known().learn(bundle);
    assertEquals(made, TEXTS.stream().map(text -> renderer.html(text, name -> "x.html")).toList());
    assertTrue(MarkdownRenderer.known().bundle(true).isEmpty(), "nothing is new");
    assertNotEquals(made.get(0), renderer.html(TEXTS.get(0), name -> "y.html"));
    assertNotEquals(made.get(0), renderer.html(TEXTS.get(0) + "!", name -> "x.html"));
  }
}
