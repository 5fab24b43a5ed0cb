package dev.annals.render.page;

import dev.annals.model.story.Include;
import java.util.List;
import java.util.function.Function;

/**
 * A Markdown text in which every include is a mark that Markdown leaves alone, a paragraph of its
 * own. The mark is made of characters for private use, which the text itself loses.
 *
 * @param text the text with marks
 * @param includes what they stand for, in order
 */
record Marks(String text, List<Include> includes) {

  private static final char OPEN = '\uE0A0';
  private static final char CLOSE = '\uE0A1';

  Marks {
    includes = List.copyOf(includes);
  }

  static Marks of(String markdown) {
    String clean = markdown.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
    List<Include> includes = Include.of(clean);
    String[] lines = clean.split("\n", -1);
    for (int i = 0; i < includes.size(); i++) {
      lines[includes.get(i).line()] = "\n" + OPEN + i + CLOSE + "\n";
    }
    return new Marks(String.join("\n", lines), includes);
  }

  String replaced(String html, Function<Include, String> show) {
    String replaced = html;
    for (int i = 0; i < includes.size(); i++) {
      String mark = "" + OPEN + i + CLOSE;
      String shown = show.apply(includes.get(i));
      String paragraph = "<p>" + mark + "</p>";
      replaced =
          replaced.contains(paragraph)
              ? replaced.replace(paragraph, shown)
              : replaced.replace(mark, "");
    }
    return replaced;
  }
}
