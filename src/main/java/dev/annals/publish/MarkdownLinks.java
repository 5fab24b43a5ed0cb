package dev.annals.publish;

import dev.annals.model.site.SiteFile;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds links and anchors in the Markdown that Annals itself writes, in which every bracket of a
 * text is escaped, and an anchor is an element.
 */
final class MarkdownLinks {

  private static final String FRONT = "---\n";
  private static final Pattern FENCED =
      Pattern.compile("^ *(`{3,})[^`\\n]*\\n.*?^ *\\1$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("\\\\[\\\\`*_\\[\\]#]");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)\\)");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]*)\"></a>");

  private MarkdownLinks() {}

  /** True for a page of a site of Markdown; notes that lie in a site of HTML begin otherwise. */
  static boolean isPage(SiteFile file) {
    return file.path().endsWith(".md") && file.text().startsWith(FRONT);
  }

  static void scan(String text, Set<String> ids, Set<String> targets) {
    String page = text.substring(text.indexOf("\n" + FRONT, FRONT.length() - 1) + 1);
    String prose = FENCED.matcher(page).replaceAll("");
    prose = ESCAPED.matcher(prose).replaceAll("");
    prose = CODE.matcher(prose).replaceAll("");
    Matcher anchor = ANCHOR.matcher(prose);
    while (anchor.find()) {
      ids.add(anchor.group(1));
    }
    Matcher link = LINK.matcher(prose);
    while (link.find()) {
      targets.add(link.group(1).replace("&amp;", "&"));
    }
  }
}
