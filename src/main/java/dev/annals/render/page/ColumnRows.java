package dev.annals.render.page;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.story.ColumnNotes;
import dev.annals.model.story.Lifeline;
import dev.annals.model.story.Rationale;
import dev.annals.render.page.Views.ColumnView;
import dev.annals.render.page.Views.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a table or view, row by row. */
final class ColumnRows {

  /** So many of the tables that refer to a column are named in its row. */
  private static final int NAMED = 3;

  private final Kit kit;
  private final SiteIndex index;
  private final Schema schema;
  private final Usage usage;

  ColumnRows(Kit kit, Usage usage) {
    this.kit = kit;
    this.usage = usage;
    this.index = kit.index();
    this.schema = index.schema();
  }

  /** Whether not all columns came with their table, and stayed as they were. */
  static boolean ofSeveralAges(List<ColumnView> columns) {
    return columns.stream().map(ColumnView::since).distinct().count() > 1
        || columns.stream().anyMatch(column -> !column.changed().text().isEmpty());
  }

  List<ColumnView> of(ObjectRef ref, Rationale page, ColumnNotes notes, String path) {
    Map<String, List<String>> keys = new TreeMap<>();
    Map<String, List<Link>> references = new TreeMap<>();
    for (Key key : schema.partsOf(ref.schema(), ref.name(), Key.class)) {
      String badge = key.primary() ? "PK" : key.columns().size() == 1 ? "unique" : "unique*";
      key.columns().forEach(c -> keys.computeIfAbsent(c, k -> new ArrayList<>()).add(badge));
    }
    for (ForeignKey key : schema.foreignKeys(ref.schema(), ref.name())) {
      for (int i = 0; i < key.columns().size(); i++) {
        ObjectRef target =
            new ObjectRef(
                ObjectKind.COLUMN,
                key.targetSchema(),
                key.targetTable(),
                key.targetColumns().get(i));
        keys.computeIfAbsent(key.columns().get(i), k -> new ArrayList<>()).add("FK");
        references
            .computeIfAbsent(key.columns().get(i), k -> new ArrayList<>())
            .add(new Link(target.display(), index.href(path, target)));
      }
    }
    Lifeline own = index.lifeline(ref);
    int born = own == null ? Integer.MIN_VALUE : own.born();
    List<ColumnView> views = new ArrayList<>();
    for (Column column : schema.columns(ref.schema(), ref.name())) {
      String note = note(column, notes);
      String html = note.isEmpty() ? "" : kit.prose(page, note, path);
      html =
          FOOTNOTE
              .matcher(html)
              .replaceAll("$1" + Matcher.quoteReplacement(PageNames.anchor(column.ref())) + "-");
      views.add(column(column, born, keys, references, html, path));
    }
    return views;
  }

  /** With its footnotes, which pages in Markdown have at their end. */
  private String note(Column column, ColumnNotes notes) {
    return kit.browsed()
        ? notes.whole(column.name())
        : notes.notes().getOrDefault(column.name(), "");
  }

  /** Where ids of footnotes begin: several notes of a page may have a first one. */
  private static final Pattern FOOTNOTE = Pattern.compile("(id=\"|href=\"#)(?=fn(?:ref)?-)");

  private static final Pattern LITERAL =
      Pattern.compile("('(?:[^']|'')*'|NULL)::(.+)", Pattern.DOTALL);

  private static final Pattern NEXT =
      Pattern.compile("nextval\\('(?:public\\.)?([^']+)'::regclass\\)");

  /** A default without what goes without saying: a cast of a text to the column's own type. */
  static String shortly(String value, String type) {
    Matcher next = NEXT.matcher(value);
    if (next.matches()) {
      return "nextval('" + next.group(1) + "')";
    }
    Matcher literal = LITERAL.matcher(value);
    boolean own = literal.matches() && base(literal.group(2)).equals(base(type));
    return own ? literal.group(1) : value;
  }

  private static String base(String type) {
    String bare = type.replaceFirst("^public\\.", "").replaceAll("\\([\\d, ]*\\)", "");
    return bare.equals("bpchar") ? "character" : bare;
  }

  /** One column. Where it is as old as its relation, whose page links that, its age is no link. */
  private ColumnView column(
      Column column,
      int born,
      Map<String, List<String>> keys,
      Map<String, List<Link>> references,
      String noteHtml,
      String path) {
    Lifeline line = index.lifeline(column.ref());
    ChangeViews changes = kit.changes(path);
    Link none = new Link("", "");
    Link since = line == null || line.born() < 0 ? none : changes.migration(line.born());
    boolean touched = line != null && line.lastChanged() > line.born();
    String standard =
        column.defaultValue().isEmpty()
            ? HistoryData.standard(column)
            : shortly(column.defaultValue(), column.type());
    String base = column.type().replaceAll("\\[\\]$|\\(.*\\)$", "");
    ObjectRef table = ObjectRef.table(column.ref().schema(), column.ref().parent());
    List<Link> pointing = usage.pointing(table, column.name(), path);
    return new ColumnView(
        PageNames.anchor(column.ref()),
        column.name(),
        column.type().replaceFirst("^public\\.", ""),
        base.contains(".") ? index.look(path, base) : "",
        column.nullable() && schema.table(column.ref().schema(), column.ref().parent()).isPresent(),
        standard,
        keys.getOrDefault(column.name(), List.of()),
        references.getOrDefault(column.name(), List.of()),
        pointing.stream().limit(NAMED).map(kit::listed).toList(),
        Math.max(0, pointing.size() - NAMED),
        kit.browsed() && line != null && line.born() == born ? new Link(since.text(), "") : since,
        touched ? changes.migration(line.lastChanged()) : none,
        column.comment(),
        noteHtml,
        column.comment().contains("@deprecated") || noteHtml.contains("@deprecated"));
  }
}
