package dev.annals.render.markdown;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Where pages and folders of Markdown stand in the sidebar of what makes a site of them. */
final class Sidebar {

  private static final List<String> SECTIONS =
      List.of(
          "index.md",
          "diagram.md",
          "tables.md",
          "a-z.md",
          "areas",
          "tables",
          "views",
          "routines",
          "types",
          "sequences",
          "releases",
          "migrations",
          "decisions",
          "history",
          "checks.md",
          "coverage.md",
          "environments.md",
          "checks",
          "rules",
          "pages");

  /** Where a name would otherwise stand twice: for a page and for a folder beside it. */
  private static final Map<String, String> LABELS =
      Map.of("tables.md", "All tables", "checks", "Findings by rule");

  /** Sections as they stand below each other; those that nobody has thought of come last. */
  static final Comparator<String> ORDER =
      Comparator.comparingInt(Sidebar::position).thenComparing(Comparator.naturalOrder());

  private Sidebar() {}

  /** The folder that a page is in, or the page itself where it is in none. */
  static String section(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /** From 1. */
  static int position(String section) {
    int index = SECTIONS.indexOf(section);
    return (index < 0 ? SECTIONS.size() : index) + 1;
  }

  /** What a folder is called; of a page, empty where it is called by its title. */
  static String label(String section) {
    String other =
        section.endsWith(".md")
            ? ""
            : Character.toUpperCase(section.charAt(0)) + section.substring(1);
    return LABELS.getOrDefault(section, other);
  }
}
