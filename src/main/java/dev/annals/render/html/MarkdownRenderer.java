package dev.annals.render.html;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.html.AttributeProvider;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.html.IndependentAttributeProviderFactory;
import com.vladsch.flexmark.html.renderer.AttributablePart;
import com.vladsch.flexmark.html.renderer.LinkResolverContext;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.html.MutableAttributes;
import dev.annals.render.Remembered;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown as HTML that is safe to show: raw HTML is text, only harmless addresses are links. What
 * stands in double brackets is looked up.
 */
public final class MarkdownRenderer {

  private static final Pattern BRACKETS = Pattern.compile("\\[\\[([^\\]\\n]{1,200})]]");
  private static final Pattern CODE = Pattern.compile("(?s)<(pre|code)\\b[^>]*>.*?</\\1>");
  private static final Pattern HREF =
      Pattern.compile("<a href=\"([^\"]*)\"([^>]*)>(.*?)</a>", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("<[a-z0-9]+\\b[^>]* id=\"([^\"]*)\"");
  private static final Pattern IMAGE =
      Pattern.compile("<img src=\"([^\"]*)\" alt=\"([^\"]*)\"( title=\"[^\"]*\")?[^>]*>");
  private static final Pattern MERMAID =
      Pattern.compile("(?s)<pre><code class=\"language-mermaid\">(.*?)</code></pre>");
  private static final Pattern ALERT =
      Pattern.compile(
          "<blockquote>\\s*<p( dir=\"rtl\")?>\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)](?:<br ?/?>)?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FENCE =
      Pattern.compile("(?s)<pre><code class=\"language-sql\">(.*?)</code></pre>");
  private static final Pattern TABLE = Pattern.compile("<table( dir=\"rtl\")?>");

  /** What has a direction of its own wherever it stands: names, code, the word of an alert. */
  private static final Pattern ASIDE = Pattern.compile("\\[\\[[^\\]\\n]*]]|`[^`]*`|^\\s*\\[!\\w+]");

  private static final Pattern HEADING = Pattern.compile("(?s)<(/?)h([1-5])\\b");

  /** HTML before its links are looked at, which the text alone decides about. */
  private static final Remembered<String> KNOWN =
      new Remembered<>(MarkdownRenderer::write, MarkdownRenderer::read);

  private final Parser parser;
  private final HtmlRenderer renderer;

  /** A renderer; safe for use by several threads. */
  public MarkdownRenderer() {
    MutableDataSet options = new MutableDataSet();
    options.set(
        Parser.EXTENSIONS,
        List.of(
            TablesExtension.create(),
            TaskListExtension.create(),
            StrikethroughExtension.create(),
            FootnoteExtension.create(),
            DefinitionExtension.create(),
            AutolinkExtension.create()));
    options.set(HtmlRenderer.ESCAPE_HTML, true);
    options.set(HtmlRenderer.SUPPRESS_HTML_COMMENT_BLOCKS, true);
    options.set(HtmlRenderer.SUPPRESS_INLINE_HTML_COMMENTS, true);
    options.set(HtmlRenderer.SUPPRESSED_LINKS, "(?i)(?!(https?:|mailto:|#|[^:]*$)).*");
    options.set(HtmlRenderer.GENERATE_HEADER_ID, true);
    options.set(HtmlRenderer.RENDER_HEADER_ID, true);
    options.set(
        TaskListExtension.ITEM_DONE_MARKER,
        "<input type=\"checkbox\" checked disabled aria-label=\"done\">");
    options.set(
        TaskListExtension.ITEM_NOT_DONE_MARKER,
        "<input type=\"checkbox\" disabled aria-label=\"open\">");
    this.parser = Parser.builder(options).build();
    this.renderer =
        HtmlRenderer.builder(options).attributeProviderFactory(new Directions()).build();
  }

  /** The texts that this process knows. */
  public static Remembered<?> known() {
    return KNOWN;
  }

  private static void write(String html, DataOutputStream out) throws IOException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  /**
   * A text as HTML.
   *
   * @param look gives the address of what stands in double brackets; empty for unknown
   */
  public String html(String markdown, Function<String, String> look) {
    return html(markdown, Places.of(look));
  }

  /** A text as HTML, with the places that it names. */
  public String html(String markdown, Places places) {
    String html = KNOWN.of(markdown, () -> renderer.render(parser.parse(markdown)));
    html =
        HEADING
            .matcher(html)
            .replaceAll(m -> "<" + m.group(1) + "h" + (Integer.parseInt(m.group(2)) + 1));
    html = html.replaceAll("<h([2-6]) id=\"([^\"]*)\"", "<h$1 id=\"why-$2\"");
    html = ALERT.matcher(html).replaceAll(MarkdownRenderer::alert);
    html = FENCE.matcher(html).replaceAll(MarkdownRenderer::sql);
    html =
        MERMAID
            .matcher(html)
            .replaceAll(
                "<figure class=\"mermaid-text\"><figcaption>Mermaid</figcaption>"
                    + "<pre><code>$1</code></pre></figure>");
    html = IMAGE.matcher(html).replaceAll(m -> image(m, places));
    Set<String> anchors = new HashSet<>();
    ID.matcher(html).results().forEach(m -> anchors.add(m.group(1)));
    html = HREF.matcher(html).replaceAll(m -> safeLink(m, anchors, places));
    html =
        html.replace("<pre>", "<pre tabindex=\"0\">")
            .replace("<pre class=\"sql\">", "<pre class=\"sql\" tabindex=\"0\">")
            .replace("</table>", "</table></div>");
    html =
        TABLE
            .matcher(html)
            .replaceAll(
                "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">$0");
    return outsideCode(html, places);
  }

  /** A picture of the project; the words for any other. */
  private static String image(MatchResult m, Places places) {
    String source = places.image(plain(m.group(1)));
    String title = m.group(3) == null ? "" : m.group(3);
    return Matcher.quoteReplacement(
        source.isEmpty()
            ? "<em>" + m.group(2) + "</em>"
            : "<img src=\""
                + Html.escape(source)
                + "\" alt=\""
                + m.group(2)
                + "\""
                + title
                + " loading=\"lazy\">");
  }

  private static String plain(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String alert(MatchResult m) {
    String kind = m.group(2).toLowerCase(Locale.ROOT);
    String dir = m.group(1) == null ? "" : m.group(1);
    String label = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    return "<blockquote class=\"alert alert-"
        + kind
        + "\"><p"
        + dir
        + "><strong>"
        + label
        + "</strong> ";
  }

  private static String sql(MatchResult m) {
    String sql = plain(m.group(1));
    return Matcher.quoteReplacement(
        "<pre class=\"sql\"><code>" + SqlHighlighter.html(sql) + "</code></pre>");
  }

  /** A link that leads nowhere on the site, into the repository for instance: its text stays. */
  private static String safeLink(MatchResult m, Set<String> anchors, Places places) {
    String kept = m.group(3);
    if (m.group(1).startsWith("#")) {
      String place = m.group(1).substring(1);
      String found = anchors.contains(place) ? place : "why-" + place;
      kept =
          anchors.contains(found)
              ? "<a href=\"#" + found + "\"" + m.group(2) + ">" + kept + "</a>"
              : kept;
    } else if (m.group(1).matches("(?i)(https?:|mailto:).*")) {
      kept = m.group().replaceFirst("<a ", "<a rel=\"noopener noreferrer\" ");
    } else if (!places.file(plain(m.group(1))).isEmpty()) {
      kept = "<a href=\"" + Html.escape(places.file(plain(m.group(1)))) + "\">" + kept + "</a>";
    }
    return Matcher.quoteReplacement(kept);
  }

  private static String outsideCode(String html, Places places) {
    StringBuilder out = new StringBuilder();
    Matcher code = CODE.matcher(html);
    int at = 0;
    while (code.find()) {
      out.append(brackets(html.substring(at, code.start()), places)).append(code.group());
      at = code.end();
    }
    return out.append(brackets(html.substring(at), places)).toString();
  }

  /** {@code [[name]]}, {@code [[name#place]]}, {@code [[name|words]]}. */
  private static String brackets(String html, Places places) {
    return BRACKETS
        .matcher(html)
        .replaceAll(
            m -> {
              String[] parts = m.group(1).split("\\|", 2);
              String name = parts[0].replaceFirst("#.*", "").strip();
              String href = places.link(plain(name));
              String words = parts.length > 1 ? parts[1].strip() : "<code>" + name + "</code>";
              return Matcher.quoteReplacement(
                  href.isEmpty()
                      ? "<span class=\"dead\" title=\"There is nothing of this name\">"
                          + (parts.length > 1 ? words : name)
                          + "</span>"
                      : "<a href=\"" + Html.escape(href) + "\">" + words + "</a>");
            });
  }

  /** Says of blocks that begin in a script written from right to left that they are. */
  private static final class Directions extends IndependentAttributeProviderFactory {

    @Override
    public AttributeProvider apply(LinkResolverContext context) {
      return Directions::set;
    }

    private static void set(Node node, AttributablePart part, MutableAttributes attributes) {
      if (isBlock(node) && isRightToLeft(node.getChars().toString())) {
        attributes.replaceValue("dir", "rtl");
      }
    }

    private static boolean isBlock(Node node) {
      return node instanceof Paragraph
          || node instanceof Heading
          || node instanceof ListBlock
          || node instanceof DefinitionList
          || node instanceof TableBlock;
    }

    private static boolean isRightToLeft(String markdown) {
      if (!Bidi.requiresBidi(markdown.toCharArray(), 0, markdown.length())) {
        return false;
      }
      return ASIDE
          .matcher(markdown)
          .replaceAll("")
          .codePoints()
          .map(Character::getDirectionality)
          .filter(
              d ->
                  d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                      || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                      || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
          .mapToObj(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
          .findFirst()
          .orElse(false);
    }
  }
}
