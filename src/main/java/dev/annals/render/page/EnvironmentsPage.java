package dev.annals.render.page;

import dev.annals.model.change.Change;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Drift;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which environment is where, and how it differs from its migrations. */
final class EnvironmentsPage {

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;

  EnvironmentsPage(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
  }

  SiteFile page() {
    String path = "environments.html";
    List<Map<String, Object>> views = new ArrayList<>();
    for (var environment : chronicle.environments()) {
      Map<String, Object> view = new HashMap<>();
      view.put("name", environment.name());
      view.put("id", "env-" + PageNames.slug(environment.name()));
      view.put("engine", environment.engine());
      view.put("problem", environment.problem());
      view.put("version", environment.version());
      view.put("pending", environment.pending());
      view.put("reader", environment.reader());
      view.put("untracked", environment.untracked());
      view.put("notes", environment.notes());
      view.put("applied", environment.applied());
      view.put("drift", environment.drift().stream().map(c -> drift(c, path)).toList());
      views.add(view);
    }
    List<Heading> headings =
        views.stream()
            .map(v -> new Heading((String) v.get("id"), (String) v.get("name"), 1))
            .toList();
    return kit.page(
        path,
        "environments.ftlh",
        "Environments",
        Kit.crumbs(path),
        headings,
        Map.of("environments", views));
  }

  private Link drift(Change change, String path) {
    String words = Drift.words(change);
    return new Link(
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        index.href(path, change.subject()));
  }
}
