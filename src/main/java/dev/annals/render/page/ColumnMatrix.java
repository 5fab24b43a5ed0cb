package dev.annals.render.page;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Release;
import dev.annals.render.page.Views.Link;
import dev.annals.render.page.Views.MatrixCell;
import dev.annals.render.page.Views.MatrixRow;
import dev.annals.render.page.Views.MatrixView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The columns of a relation, release by release: only releases that did something to them. */
final class ColumnMatrix {

  private static final int LAST = Integer.MAX_VALUE;

  private final SiteIndex index;

  ColumnMatrix(SiteIndex index) {
    this.index = index;
  }

  /** The releases in which something is told about a relation's columns. */
  SortedSet<Integer> releases(ObjectRef ref) {
    SortedSet<Integer> releases = new TreeSet<>();
    columns(ref).forEach(thing -> releases.addAll(told(thing)));
    return releases;
  }

  private Stream<Ages.Thing> columns(ObjectRef ref) {
    return index.past().ages(ref).stream().filter(thing -> thing.last() instanceof Column);
  }

  MatrixView of(ObjectRef ref, String path) {
    Map<String, Integer> places = new HashMap<>();
    columns(ref).filter(Ages.Thing::alive).forEach(thing -> places.put(name(thing), place(thing)));
    // what is gone stands last, or before the one that came back under its name
    List<Ages.Thing> columns =
        columns(ref)
            .sorted(
                Comparator.comparing((Ages.Thing thing) -> places.getOrDefault(name(thing), LAST))
                    .thenComparing(Ages.Thing::alive))
            .toList();
    SortedSet<Integer> releases = releases(ref);
    List<Release> all = Release.main(index.chronicle().releases());
    List<Link> heads = new ArrayList<>();
    for (int release : releases) {
      String name = all.get(release).cut().name();
      heads.add(new Link(name, PageNames.relative(path, PageNames.release(name))));
    }
    String page = PageNames.relative(path, PageNames.page(ref));
    List<MatrixRow> rows = new ArrayList<>();
    for (Ages.Thing thing : columns) {
      Column last = (Column) thing.last();
      String href = thing.alive() ? page + "#" + PageNames.anchor(last.ref()) : "";
      List<MatrixCell> cells = releases.stream().map(release -> cell(thing, release)).toList();
      rows.add(new MatrixRow(last.name(), href, cells));
    }
    return new MatrixView(heads, rows);
  }

  /** The releases in which what is told about a column became another. */
  private static List<Integer> told(Ages.Thing thing) {
    List<Integer> releases = new ArrayList<>();
    String last = "";
    for (Ages.State state : thing.states()) {
      String words = words(state.object());
      if (!words.equals(last)) {
        releases.add(state.release());
      }
      last = words;
    }
    return releases;
  }

  private static String name(Ages.Thing thing) {
    return ((Column) thing.last()).name();
  }

  private static int place(Ages.Thing thing) {
    return ((Column) thing.last()).position();
  }

  private static MatrixCell cell(Ages.Thing thing, int release) {
    SchemaObject before = release == 0 ? null : thing.at(release - 1);
    SchemaObject now = thing.at(release);
    if (now == null) {
      return before == null ? new MatrixCell("", "", "") : new MatrixCell("\u2212", "removed", "");
    }
    String words = words(now);
    if (before == null) {
      return new MatrixCell("+", "added", shape((Column) now));
    }
    return words(before).equals(words)
        ? new MatrixCell("\u00b7", "", "")
        : new MatrixCell("~", "changed", difference((Column) before, (Column) now));
  }

  private static String words(SchemaObject object) {
    return object instanceof Column column
        ? column.name() + " " + shape(column) + standard(column)
        : "";
  }

  /** Only what is another than before. */
  private static String difference(Column before, Column now) {
    List<String> parts = new ArrayList<>();
    if (!before.name().equals(now.name())) {
      parts.add("was " + before.name());
    }
    if (!type(before).equals(type(now))) {
      parts.add(type(now));
    }
    if (before.nullable() != now.nullable()) {
      parts.add(now.nullable() ? "takes null" : "not null");
    }
    if (!standard(before).equals(standard(now))) {
      parts.add(standard(now).isEmpty() ? "no default" : standard(now).strip());
    }
    return String.join(", ", parts);
  }

  private static String type(Column column) {
    String type = column.type();
    return (type.startsWith("public.") ? type.substring("public.".length()) : type)
        .replace("character varying", "varchar")
        .replace("timestamp with time zone", "timestamptz")
        .replace("timestamp without time zone", "timestamp");
  }

  private static String shape(Column column) {
    return type(column) + required(column);
  }

  private static String required(Column column) {
    return column.nullable() ? "" : " not null";
  }

  private static String standard(Column column) {
    String standard = HistoryData.standard(column);
    return standard.isEmpty()
        ? ""
        : standard.equals(column.defaultValue()) ? " default " + standard : " " + standard;
  }
}
