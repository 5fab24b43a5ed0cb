package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import dev.annals.render.notes.Course;
import dev.annals.render.page.Views.ReleaseView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Atom feed of releases. */
final class Feed {

  private final Kit kit;
  private final Chronicle chronicle;

  Feed(Kit kit) {
    this.kit = kit;
    this.chronicle = kit.index().chronicle();
  }

  SiteFile file() {
    String base = chronicle.project().url();
    List<Map<String, Object>> entries = new ArrayList<>();
    List<Release> latest = Release.latest(chronicle.releases());
    for (var release : latest.subList(0, Math.min(30, latest.size()))) {
      if (!release.cut().date().isEmpty()) {
        ReleaseView view = new ReleasePages(kit).view(release, "feed.xml");
        entries.add(
            Map.of(
                "release",
                view,
                "link",
                base.isEmpty() ? view.href() : base + "/" + view.href(),
                "id",
                "urn:annals:"
                    + PageNames.slug(chronicle.database())
                    + ":release:"
                    + PageNames.slug(release.cut().name()),
                "summary",
                view.headline(),
                "course",
                Course.of(chronicle, release)));
      }
    }
    return kit.page(
        "feed.xml",
        "feed.xml.ftlh",
        "Releases",
        List.of(),
        List.of(),
        Map.of(
            "entries",
            entries,
            "base",
            base,
            "feed",
            "urn:annals:" + PageNames.slug(chronicle.database())));
  }
}
