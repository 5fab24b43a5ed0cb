package dev.annals.render.markdown;

import dev.annals.model.site.SiteFile;
import dev.annals.render.html.Asked;
import dev.annals.render.html.Templates;
import dev.annals.render.page.Medium;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pages of Markdown. */
final class MarkdownMedium implements Medium {

  private final Templates templates;

  /** Where pages stand among those of their folder, of those that have an order. */
  private final Map<String, Integer> positions = new ConcurrentHashMap<>();

  /** Pages filled in by our templates, or by those of a theme's that are called like ours. */
  MarkdownMedium(Map<String, String> own) {
    this.templates = new Templates(own, MarkdownFormat.INSTANCE);
  }

  @Override
  public SiteFile page(String path, String template, Map<String, Object> view) {
    Map<String, Object> all = new HashMap<>(view);
    all.putAll(Words.all());
    all.put("link", Words.link(Escape::text));
    all.put("codeLink", Words.link(Escape::code));
    String file = Address.file(path);
    if (Sidebar.section(file).equals(file)) {
      all.put("order", Sidebar.position(file));
      all.put("label", Sidebar.label(file));
    }
    if (all.containsKey("order")) {
      positions.put(file, Asked.number(all.get("order")));
    }
    String name = "markdown/" + template.replaceFirst("\\.ftlh$", ".ftl");
    return SiteFile.text(file, tidy(templates.fill(name, all)));
  }

  /** Where a page that was made stands among those of its folder; those without an order last. */
  int position(String file) {
    return positions.getOrDefault(file, Integer.MAX_VALUE);
  }

  @Override
  public String address(String path) {
    return Address.file(path);
  }

  @Override
  public boolean browsed() {
    return false;
  }

  /** One empty line between two blocks, and none at the end; fences stay as they are. */
  private static String tidy(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    String fence = "";
    boolean empty = true;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String bare = line.strip();
      if (!fence.isEmpty()) {
        fence = bare.equals(fence) ? "" : fence;
        tidy.append(line).append('\n');
      } else if (!bare.isEmpty() || !empty) {
        fence = bare.startsWith("```") ? bare.replaceFirst("[^`].*", "") : "";
        tidy.append(line.stripTrailing()).append('\n');
      }
      empty = bare.isEmpty() && fence.isEmpty();
    }
    return tidy.toString().stripTrailing() + "\n";
  }
}
