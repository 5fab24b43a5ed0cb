package dev.annals.render.page;

import dev.annals.model.Counted;
import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.Level;
import dev.annals.model.history.Observation;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.Release;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.diagram.Diagrams;
import dev.annals.render.html.Asked;
import dev.annals.render.html.WayBackWords;
import dev.annals.render.notes.Course;
import dev.annals.render.notes.LineWords;
import dev.annals.render.page.Views.ChangeGroup;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.ReleaseView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Pages of releases. */
final class ReleasePages {

  private final Kit kit;
  private final SiteIndex index;
  private final Chronicle chronicle;
  private final Past past;
  private final MigrationPages migrations;
  private final WaysBackPages waysBack;

  /** As many of one sort are told in one line. */
  private static final int FOLD = 3;

  ReleasePages(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.chronicle = index.chronicle();
    this.past = index.past();
    this.migrations = new MigrationPages(kit);
    this.waysBack = new WaysBackPages(kit);
  }

  /** A release as a line of a list. */
  ReleaseView view(Release release, String from) {
    return new ReleaseView(
        release.cut().name(),
        release.cut().title(),
        release.cut().date(),
        release.version().toString(),
        release.bump().label(release.changes()),
        headline(release),
        PageNames.relative(from, PageNames.release(release.cut().name())),
        release.steps().size(),
        MigrationPages.breaking(release.changes()),
        release.cut().name().equals("Unreleased"),
        LineWords.of(chronicle, release));
  }

  static String headline(Release release) {
    long added = count(release, "added");
    long removed = count(release, "removed");
    long changed = release.changes().size() - added - removed;
    if (release.changes().isEmpty()) {
      return "The schema is the same as before";
    }
    List<String> parts = new ArrayList<>();
    if (added > 0) {
      parts.add(Counted.of(added) + " added");
    }
    if (changed > 0) {
      parts.add(Counted.of(changed) + " changed");
    }
    if (removed > 0) {
      parts.add(Counted.of(removed) + " removed");
    }
    return String.join(", ", parts);
  }

  private static long count(Release release, String state) {
    return release.changes().stream()
        .filter(judged -> ChangeViews.state(judged.change()).equals(state))
        .count();
  }

  SiteFile all() {
    String path = "releases/index.html";
    List<ReleaseView> views = new ArrayList<>();
    chronicle.releases().forEach(release -> views.add(view(release, path)));
    Collections.reverse(views);
    return kit.page(
        path, "releases.ftlh", "Releases", Kit.crumbs(path), List.of(), Map.of("releases", views));
  }

  /** The page of a release, and those on which all its changes stand, where they are many. */
  List<SiteFile> pages(int number) {
    Release release = past.release(number);
    past.asksForLine(number);
    String path = PageNames.release(release.cut().name());
    ChangeViews changes = kit.changes(path);
    Map<String, Object> view = new HashMap<>();
    view.put("order", Asked.number(() -> past.releases() - number));
    view.put("release", view(release, path));
    List<JudgedChange> breaking = new ArrayList<>();
    List<JudgedChange> others = new ArrayList<>();
    for (JudgedChange judged : release.changes()) {
      (judged.verdict().breaking() ? breaking : others).add(judged);
    }
    view.put("breakingCount", breaking.size());
    view.put(
        "doubtful",
        others.stream()
            .filter(judged -> judged.verdict().level() == Level.POTENTIALLY_BREAKING)
            .count());
    ChangeAddresses addresses = new ChangeAddresses();
    view.put("breaking", groups(breaking, changes, addresses));
    for (String state : List.of("added", "changed", "removed")) {
      view.put(state, groups(only(others, state), changes, addresses));
    }
    List<Integer> steps = release.steps();
    view.put("migrations", steps.stream().map(step -> migrations.view(step, path)).toList());
    List<Observation> seen =
        steps.stream().map(step -> chronicle.steps().get(step).step().observation()).toList();
    Set<ObjectRef> former = past.former(number);
    Set<String> old = former.stream().map(ObjectRef::display).collect(Collectors.toSet());
    var locks =
        changes.locks(seen).stream()
            .filter(lock -> lock.blocks().contains("writers") || !lock.work().isEmpty())
            .filter(lock -> old.contains(lock.table()))
            .toList();
    List<Views.PassageView> passages = new Passages(kit).of(release, former, path);
    boolean ran = passages.stream().anyMatch(passage -> !passage.runs().isEmpty());
    view.put("passages", passages);
    view.put("ran", ran);
    view.put("timed", ran || passages.stream().anyMatch(passage -> !passage.waits().isEmpty()));
    view.put("rollback", waysBack.plan(steps, path));
    view.put("rollbackSum", WayBackWords.sum(chronicle, steps));
    view.put("edited", release.cut().edited());
    view.put("course", Course.of(chronicle, release));
    view.put("stem", PageNames.releaseStem(release.cut().name()));
    view.put("commit", release.cut().commit().shortId());
    List<Views.DiagramView> diagrams = diagram(number, path);
    view.put("diagram", diagrams);
    view.put("previous", neighbour(past.releaseBefore(number), path));
    view.put("next", neighbour(past.releaseAfter(number), path));
    view.put(
        "beside",
        past.releasesBeside(number).stream()
            .flatMap(name -> neighbour(name, path).stream())
            .toList());
    List<Heading> headings =
        List.of(
            new Heading("breaking", "Breaking", breaking.size()),
            new Heading("picture", "Diagram", diagrams.size()),
            new Heading("added", "Added", only(others, "added").size()),
            new Heading("changed", "Changed", only(others, "changed").size()),
            new Heading("removed", "Removed", only(others, "removed").size()),
            new Heading("upgrade", "Upgrade", steps.size()),
            new Heading("rollback", "Rollback", steps.size()));
    String title = "Release " + release.cut().name();
    List<SiteFile> files = new ArrayList<>();
    MigrationPages.putLocks(kit, path, title, locks, view, files);
    JudgedStep only = steps.size() == 1 ? past.step(steps.get(0)) : null;
    if (only != null && only.changes().equals(release.changes())) {
      view.put("every", MigrationPages.every(kit, path, only));
    } else {
      List<ChangeView> all = new ArrayList<>();
      breaking.forEach(judged -> all.add(changes.of(judged, -1)));
      others.forEach(judged -> all.add(changes.of(judged, -1)));
      view.put("every", MigrationPages.every(kit, path, title, all, files));
    }
    List<Link> crumbs = Kit.crumbsTo(path, path);
    files.add(0, kit.page(path, "release.ftlh", title, crumbs, headings, view));
    return files;
  }

  private static List<Link> neighbour(String name, String path) {
    return name.isEmpty()
        ? List.of()
        : List.of(new Link(name, PageNames.relative(path, PageNames.release(name))));
  }

  private List<Views.DiagramView> diagram(int number, String path) {
    Release release = chronicle.releases().get(number);
    Schema before =
        chronicle
            .before(release)
            .map(each -> each.cut().schema().schema())
            .orElse(chronicle.initial().schema());
    List<Change> changes = release.changes().stream().map(JudgedChange::change).toList();
    Diagram diagram =
        Diagrams.release(before, release.cut().schema().schema(), changes, kit.links(path));
    return diagram.isEmpty() ? List.of() : List.of(Pictures.view(diagram));
  }

  private static List<JudgedChange> only(List<JudgedChange> changes, String state) {
    return changes.stream()
        .filter(judged -> ChangeViews.state(judged.change()).equals(state))
        .toList();
  }

  private static List<ChangeGroup> groups(
      List<JudgedChange> judged, ChangeViews changes, ChangeAddresses addresses) {
    return ChangeGroups.of(
        judged,
        FOLD,
        (each, before) ->
            changes
                .of(each, -1)
                .at(before < MigrationPages.SHOWN ? addresses.next(each.change()) : "", List.of()));
  }
}
