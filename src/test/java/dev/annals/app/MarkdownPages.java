package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import dev.annals.json.ChronicleReader;
import dev.annals.judge.RuleBook;
import dev.annals.model.site.SiteFile;
import dev.annals.publish.LinkCheck;
import dev.annals.render.Theme;
import dev.annals.render.markdown.MarkdownSite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A site of Markdown, as another reader of Markdown than ours sees it. */
final class MarkdownPages {

  /** All elements that pages may hold: no attribute but an anchor's. */
  private static final Pattern ELEMENT =
      Pattern.compile("<br />|</?(?:code|del|sup|strong|em)>|<a id=\"[\\p{L}\\p{N}_.-]+\">|</a>");

  private final SortedMap<String, String> files = new TreeMap<>();
  private final LinkCheck links = new LinkCheck();
  private final Parser parser;

  /** The pages of a chronicle. */
  MarkdownPages(byte[] chronicle) {
    MutableDataSet options = new MutableDataSet();
    options.set(Parser.EXTENSIONS, List.of(TablesExtension.create()));
    parser = Parser.builder(options).build();
    new MarkdownSite(Theme.NONE, RuleBook.pages())
        .render(
            ChronicleReader.read(chronicle),
            file -> {
              assertEquals(null, files.put(file.path(), file.text()), file.path());
              links.accept(file);
            });
  }

  Map<String, String> files() {
    return files;
  }

  /** What the publisher would say. */
  List<String> broken(List<String> images) {
    images.forEach(path -> links.accept(new SiteFile(path, new byte[0])));
    return links.broken();
  }

  /** How many links there are; each leads to a page that is there, or out of the site safely. */
  int followedLinks() {
    int[] count = {0};
    files.forEach(
        (path, text) -> {
          if (path.endsWith(".md")) {
            assertTrue(text.startsWith("---\ntitle: \""), path);
            Document page = parser.parse(text.substring(text.indexOf("\n---\n") + 5));
            visit(page, path, count);
          }
        });
    return count[0];
  }

  private void visit(Node node, String path, int[] count) {
    assertTrue(!(node instanceof HtmlBlock), () -> path + ": " + node.getChars());
    if (node instanceof HtmlInline) {
      assertTrue(
          ELEMENT.matcher(node.getChars().toString()).matches(),
          () -> path + ": " + node.getChars());
    }
    if (node instanceof Link link) {
      follow(path, link.getUrl().toString());
      count[0]++;
    }
    if (node instanceof Image image) {
      assertTrue(image.getUrl().startsWith("../images/") || image.getUrl().startsWith("images/"));
    }
    node.getChildren().forEach(child -> visit(child, path, count));
  }

  private void follow(String path, String url) {
    boolean elsewhere = url.matches("https?://.*|mailto:.*");
    if (!elsewhere && !url.startsWith("#")) {
      assertTrue(!url.contains(":"), path + ": " + url);
      Path target = Path.of("/" + path).getParent().resolve(url.replaceFirst("#.*", ""));
      String file = target.normalize().toString().substring(1);
      assertTrue(files.containsKey(file), path + ": " + url);
    }
  }
}
