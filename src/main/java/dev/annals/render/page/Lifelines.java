package dev.annals.render.page;

import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Lifeline;
import dev.annals.render.html.Sentences;
import dev.annals.render.notes.Alike;
import dev.annals.render.page.Views.ChangeView;
import dev.annals.render.page.Views.EventGroup;
import dev.annals.render.page.Views.Heading;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.MatrixView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How a relation came to be: the end of it on its own page, all of it on another. */
final class Lifelines {

  /** So many migrations are told on the relation's own page. */
  private static final int SHORT = 5;

  /** So many columns of which the same is said are told in one line. */
  private static final int ALIKE = 3;

  private final Kit kit;
  private final SiteIndex index;
  private final ColumnMatrix matrix;

  Lifelines(Kit kit) {
    this.kit = kit;
    this.index = kit.index();
    this.matrix = new ColumnMatrix(index);
  }

  /** What happened, migration by migration, latest first. */
  List<EventGroup> groups(ObjectRef ref, String path) {
    ChangeViews changes = kit.changes(path);
    SortedMap<Integer, List<Lifeline.Event>> steps = new TreeMap<>((a, b) -> b - a);
    for (Lifeline.Event event : index.events(ref)) {
      steps.computeIfAbsent(event.step(), step -> new ArrayList<>()).add(event);
    }
    List<EventGroup> groups = new ArrayList<>();
    steps.forEach(
        (step, events) -> {
          List<List<JudgedChange>> sorts = sorts(step, events);
          List<ChangeView> told = told(step, sorts, changes);
          String brief =
              sorts.get(0).size() == 1
                  ? told.get(0).summary()
                  : sentence(sorts.get(0), alike -> alike.of(sorts.get(0).size()));
          groups.add(
              new EventGroup(
                  changes.migration(step),
                  changes.release(step),
                  told.get(0).by(),
                  brief(ref, brief),
                  events.size() - sorts.get(0).size(),
                  told));
        });
    return groups;
  }

  /** A sentence for the page of what it is about, whose name stands above. */
  static String brief(ObjectRef ref, String sentence) {
    String name = ref.display() + " ";
    String kind = Sentences.of(ref.kind().label()).replace(".", " ");
    String said = sentence.startsWith(kind) ? sentence.substring(kind.length()) : sentence;
    if (said.startsWith(name)) {
      return Sentences.of(said.substring(name.length()).replaceFirst("^is ", ""));
    }
    return sentence.replaceFirst(
        "^(Columns?|Index|Trigger) " + Pattern.quote(ref.display() + "."), "$1 ");
  }

  /** What one migration did, several columns of which the same is said together. */
  private List<List<JudgedChange>> sorts(int step, List<Lifeline.Event> events) {
    List<JudgedChange> all = index.chronicle().steps().get(step).changes();
    return Alike.groups(
        events.stream().map(event -> all.get(event.change())).toList(), ALIKE, Alike::ofColumn);
  }

  /** A line each; of several columns it names them all. */
  private static List<ChangeView> told(
      int step, List<List<JudgedChange>> sorts, ChangeViews changes) {
    List<ChangeView> told = new ArrayList<>();
    for (List<JudgedChange> sort : sorts) {
      ChangeView first = changes.of(sort.get(0), step);
      List<String> names = sort.stream().map(judged -> judged.change().subject().name()).toList();
      told.add(names.size() == 1 ? first : first.saying(sentence(sort, alike -> alike.of(names))));
    }
    return told;
  }

  private static String sentence(List<JudgedChange> sort, Function<Alike, String> of) {
    return Sentences.of(of.apply(Alike.ofColumn(sort.get(0)).orElseThrow()));
  }

  /** True where a relation has more of a history than fits its own page. */
  boolean isLong(ObjectRef ref) {
    return index.events(ref).stream().map(Lifeline.Event::step).distinct().count() > SHORT
        || matrix.releases(ref).size() > 1;
  }

  /** The last few. */
  static List<EventGroup> latest(List<EventGroup> groups) {
    return groups.subList(0, Math.min(SHORT, groups.size()));
  }

  /** The whole of it. */
  SiteFile page(ObjectRef ref) {
    String path = PageNames.history(ref);
    MatrixView columns = matrix.of(ref, path);
    List<EventGroup> groups = groups(ref, path);
    Map<String, Object> view = new HashMap<>();
    view.put("name", ref.display());
    view.put("relation", new Link(ref.display(), index.href(path, ref)));
    view.put("matrix", columns);
    view.put("groups", groups);
    List<Heading> headings =
        List.of(
            new Heading("columns", "Columns by release", columns.rows().size()),
            new Heading("history", "Migration by migration", groups.size()));
    return kit.page(
        path,
        "history.ftlh",
        "History of " + ref.display(),
        Kit.under(path, ref.display(), PageNames.page(ref)),
        headings,
        view);
  }
}
