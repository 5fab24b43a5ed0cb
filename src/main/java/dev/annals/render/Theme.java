package dev.annals.render;

import dev.annals.model.site.SiteFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a team gives its site of its own.
 *
 * @param templates templates by name, in place of those that come with Annals
 * @param files style sheet and logo as they are published
 * @param style the path of the style sheet; empty where there is none
 * @param logo the path of the logo; empty where there is none
 * @param pages further pages, in the order of the navigation
 * @param embeds the tables and views that other pages show a card of, as people call them; {@code
 *     *} for all
 */
public record Theme(
    Map<String, String> templates,
    List<SiteFile> files,
    String style,
    String logo,
    List<Page> pages,
    List<String> embeds) {

  /** Nothing of the team's own. */
  public static final Theme NONE = new Theme(Map.of(), List.of(), "", "", List.of(), List.of());

  public Theme {
    templates = Map.copyOf(new TreeMap<>(templates));
    files = List.copyOf(files);
    pages = List.copyOf(pages);
    embeds = List.copyOf(embeds);
  }

  /**
   * A page of the team's.
   *
   * @param name its file's name without an ending
   * @param markdown its text
   */
  public record Page(String name, String markdown) {}
}
