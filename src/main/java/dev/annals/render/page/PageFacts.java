package dev.annals.render.page;

import dev.annals.model.history.Commit;
import dev.annals.model.story.Rationale;
import dev.annals.render.html.Html;
import dev.annals.render.page.Views.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the front matter of a page says, as facts. */
final class PageFacts {

  private final SiteIndex index;
  private final String from;

  PageFacts(SiteIndex index, String from) {
    this.index = index;
    this.from = from;
  }

  /** Who, how it stands, what it took the place of, and what it goes by; none for no page. */
  List<Fact> of(Rationale page) {
    List<Fact> facts = new ArrayList<>();
    if (page == null) {
      return facts;
    }
    add(facts, "Owners", Html.escape(String.join(", ", page.owners())));
    add(facts, "Status", page.stub() ? "" : Html.escape(page.status()));
    add(facts, "Supersedes", linked(page.supersedes()));
    add(facts, "Decisions", decisions(page));
    return facts;
  }

  /** When it was last read, and by which commit its file was last touched. */
  List<Fact> read(Rationale page) {
    List<Fact> facts = new ArrayList<>();
    if (page != null && !page.reviewed().isEmpty()) {
      String href = index.look(from, page.reviewed());
      boolean migration = href.contains("migrations/") && page.reviewed().matches("\\d.*");
      add(facts, "Reviewed", Html.link(href, (migration ? "V" : "") + page.reviewed()));
    } else if (page != null && page.touched().known()) {
      Commit commit = page.touched();
      add(facts, "Written", Html.escape(commit.date() + ", " + commit.author()));
    }
    return facts;
  }

  private static void add(List<Fact> facts, String label, String html) {
    if (!html.isEmpty()) {
      facts.add(new Fact(label, html));
    }
  }

  private String linked(List<String> names) {
    return names.stream()
        .map(name -> Html.link(index.look(from, name), name))
        .collect(Collectors.joining(", "));
  }

  private String decisions(Rationale page) {
    return page.decisions().stream()
        .map(index::file)
        .filter(file -> file != null)
        .map(file -> Html.link(PageNames.relative(from, index.place(file)), title(file)))
        .collect(Collectors.joining(", "));
  }

  /** What a page is called; its file's name where it does not say. */
  static String title(Rationale page) {
    return page.title().isEmpty()
        ? page.path().substring(page.path().lastIndexOf('/') + 1).replaceAll("\\.md$", "")
        : page.title();
  }
}
