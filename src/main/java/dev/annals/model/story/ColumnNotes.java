package dev.annals.model.story;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the notes on columns out of a rationale page: its section {@code ## Columns}, in which each
 * {@code ### name} begins a note, or a definition list does.
 *
 * @param rest the page without that section
 * @param notes Markdown by column
 * @param footnotes of the page, by what refers to them
 */
public record ColumnNotes(String rest, Map<String, String> notes, Map<String, String> footnotes) {

  private static final Pattern SECTION =
      Pattern.compile("(?ms)^##[ \\t]+Columns[ \\t]*\\n(.*?)(?=^##[ \\t]|\\z)");
  private static final Pattern HEADED =
      Pattern.compile("(?ms)^###[ \\t]+`?([^`\\n]+?)`?[ \\t]*\\n(.*?)(?=^###[ \\t]|\\z)");
  private static final Pattern DEFINED =
      Pattern.compile(
          "(?m)^`?([^`:\\s][^`:\\n]*?)`?[ \\t]*\\n:[ \\t]+((?:.+\\n?)(?:^[ \\t]+.+\\n?)*+)");

  /** They stand at the end of a page, whatever section that is. */
  private static final Pattern FOOTNOTE =
      Pattern.compile("(?m)^(\\[\\^[^\\]\\n]+]):.*\\n?(?:^[ \\t]+\\S.*\\n?)*+");

  /** Takes them out of the text below a page's front matter. */
  public static ColumnNotes of(String body) {
    Matcher section = SECTION.matcher(body);
    Map<String, String> notes = new LinkedHashMap<>();
    if (!section.find()) {
      return new ColumnNotes(body, notes, Map.of());
    }
    StringBuilder footnotes = new StringBuilder();
    String text =
        FOOTNOTE
            .matcher(section.group(1))
            .replaceAll(
                found -> {
                  footnotes.append("\n\n").append(found.group().strip());
                  return "";
                });
    boolean headed = HEADED.matcher(text).find();
    Matcher matcher = (headed ? HEADED : DEFINED).matcher(text);
    while (matcher.find()) {
      for (String name : matcher.group(1).split(",")) {
        notes.put(name.strip().replace("`", ""), matcher.group(2).strip());
      }
    }
    String rest =
        body.substring(0, section.start()) + body.substring(section.end()) + footnotes + "\n";
    return notes.isEmpty()
        ? new ColumnNotes(body, notes, Map.of())
        : new ColumnNotes(rest, notes, footnotes(body));
  }

  private static Map<String, String> footnotes(String body) {
    Map<String, String> footnotes = new LinkedHashMap<>();
    FOOTNOTE
        .matcher(body)
        .results()
        .forEach(found -> footnotes.putIfAbsent(found.group(1), found.group().strip()));
    return footnotes;
  }

  /** The note on a column with the footnotes that it refers to; empty where there is none. */
  public String whole(String column) {
    StringBuilder note = new StringBuilder(notes.getOrDefault(column, ""));
    String own = note.toString();
    footnotes.forEach(
        (sign, text) -> {
          if (own.contains(sign)) {
            note.append("\n\n").append(text);
          }
        });
    return note.toString();
  }
}
