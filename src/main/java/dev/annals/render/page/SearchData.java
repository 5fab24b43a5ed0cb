package dev.annals.render.page;

import dev.annals.model.history.Migration;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.ColumnNotes;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.model.story.RulePage;
import dev.annals.render.notes.PageText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What search looks through, as scripts that are loaded at its first use.
 *
 * <p>Names come first: {@code {kinds: [label, …], words: [name, …], things: [[kind, name, path,
 * importance, [word, …]], …]}}. A word is the name of a column or the label of an enum, told once
 * for all; it is {@code [name, anchor]} where its anchor does not follow from it. A path is left
 * empty where it follows from kind and name. Then parts of relations, domains and composite types:
 * {@code annalsParts({kinds: [[label, prefix of the anchor], …], names: [name, …], parts: [[thing,
 * -1 for the first kind, name, …], …]})}. A name is told once for all tables: it is a text, or
 * {@code [before, behind]} where a table's own name stands in between, or {@code [name, 0,
 * anchor]}. Then texts, in pieces: {@code annalsTexts([[thing, word, text], …])} with word -1 for
 * the thing itself.
 */
final class SearchData {

  static final String PATH = "assets/search-data.js";

  /** How the further files begin, of parts and of all the text. */
  static final String MORE = "assets/search";

  private static final String PARTS = MORE + "-parts-data.js";

  private static final String TEXTS = MORE + "-text-";

  /** Letters of a piece of the texts. */
  private static final int PIECE = 400_000;

  private final SiteIndex index;
  private final List<RulePage> rules;
  private final Map<ObjectRef, Integer> relations = new HashMap<>();

  /** Relations, domains and composite types among the things. */
  private final Map<ObjectRef, Integer> numbers = new LinkedHashMap<>();

  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final List<String> things = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  SearchData(SiteIndex index, List<RulePage> rules) {
    this.index = index;
    this.rules = rules;
  }

  List<SiteFile> files() {
    index
        .schema()
        .all(ForeignKey.class)
        .forEach(
            key -> {
              relations.merge(
                  ObjectRef.table(key.targetSchema(), key.targetTable()), 2, Integer::sum);
              relations.merge(ObjectRef.table(key.schema(), key.table()), 1, Integer::sum);
            });
    index.schema().objects().forEach(this::object);
    index.chronicle().releases().forEach(this::release);
    index.chronicle().steps().forEach(step -> migration(step.step().migration()));
    for (String area : TextPages.areas(index)) {
      thing("area", area, PageNames.area(area), 1, List.of());
    }
    for (Rationale page : index.decisions()) {
      thing("decision", PageFacts.title(page), index.place(page), 0, List.of());
      text(-1, plain(page.body()));
    }
    for (RulePage rule : rules) {
      thing("rule", rule.title(), PageNames.rule(rule.id()), 0, List.of());
      text(-1, rule.id().replace('-', ' ') + ". " + rule.condition().replace("`", ""));
    }
    List<List<String>> pieces = pieces();
    List<SiteFile> files = new ArrayList<>();
    files.add(names(pieces.size()));
    files.add(new SearchParts(index.schema(), numbers).file(PARTS));
    for (int i = 0; i < pieces.size(); i++) {
      String path = TEXTS + i + "-data.js";
      String lines = String.join(",\n", pieces.get(i));
      files.add(SiteFile.text(path, "annalsTexts([\n" + lines + "\n]);\n"));
    }
    return files;
  }

  private SiteFile names(int pieces) {
    return SiteFile.text(
        PATH,
        "window.annalsIndex={\"pieces\":%d,\"kinds\":%s,\"words\":%s,\"things\":[\n%s\n]};\n"
            .formatted(
                pieces,
                Json.texts(List.copyOf(kinds.keySet())),
                Json.list(List.copyOf(words.keySet())),
                String.join(",\n", things)));
  }

  private List<List<String>> pieces() {
    List<List<String>> pieces = new ArrayList<>();
    int room = 0;
    for (String text : texts) {
      if (room < text.length() || pieces.isEmpty()) {
        pieces.add(new ArrayList<>());
        room = PIECE;
      }
      pieces.get(pieces.size() - 1).add(text);
      room -= text.length();
    }
    return pieces;
  }

  private void object(SchemaObject object) {
    ObjectRef ref = object.ref();
    String path = PageNames.page(ref);
    if (path.isEmpty()) {
      return;
    }
    List<Column> columns = columns(ref);
    List<Integer> own = new ArrayList<>();
    columns.forEach(column -> own.add(word(column.ref())));
    if (ref.kind() == ObjectKind.ENUM) {
      index
          .schema()
          .partsOf(ref.schema(), ref.name(), EnumValue.class)
          .forEach(value -> own.add(word(value.ref())));
    }
    if (SearchParts.isOwner(ref.kind())) {
      numbers.put(ref, things.size());
    }
    int importance = (int) Math.round(Math.log1p(relations.getOrDefault(ref, 0)) * 2);
    thing(ref.kind().label(), ref.display(), path, importance, own);
    text(-1, object.comment());
    Rationale page = index.page(ref);
    ColumnNotes notes = ColumnNotes.of(page == null ? "" : page.bodyToShow());
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String note = notes.notes().getOrDefault(column.name(), "");
      text(own.get(i), column.comment() + (note.isEmpty() ? "" : " " + PageText.plain(note)));
    }
    text(-1, plain(notes.rest()));
  }

  private List<Column> columns(ObjectRef ref) {
    return ref.kind().isRelation() ? index.schema().columns(ref.schema(), ref.name()) : List.of();
  }

  private void release(Release release) {
    String name = release.cut().name();
    thing("release", name, PageNames.release(name), 3, List.of());
    text(-1, release.cut().title());
    release.changes().stream()
        .filter(judged -> judged.verdict().breaking())
        .forEach(judged -> text(-1, "Breaking: " + judged.verdict().summary()));
  }

  private void migration(Migration migration) {
    String name =
        (migration.version().isEmpty() ? "R " : "V" + migration.version() + " ")
            + migration.description();
    thing("migration", name, PageNames.migration(migration), 0, List.of());
    text(-1, migration.comment());
  }

  private void thing(String kind, String name, String path, int importance, List<Integer> own) {
    int number = kinds.computeIfAbsent(kind, k -> kinds.size());
    String usual = kind + "s/" + (name.contains(".") ? "" : "public.") + name + ".html";
    things.add(
        "[%d,%s,%s,%d%s]"
            .formatted(
                number,
                Json.text(name),
                Json.text(path.equals(usual) ? "" : path),
                importance,
                own.isEmpty()
                    ? ""
                    : "," + Json.list(own.stream().map(word -> Integer.toString(word)).toList())));
  }

  private int word(ObjectRef part) {
    String slug = PageNames.slug(part.name());
    String word =
        slug.equals(part.name()) ? Json.text(part.name()) : Json.texts(List.of(part.name(), slug));
    return words.computeIfAbsent(word, w -> words.size());
  }

  private void text(int word, String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (!line.isEmpty()) {
      texts.add("[%d,%d,%s]".formatted(things.size() - 1, word, Json.text(line)));
    }
  }

  /** Markdown without its marks. */
  private static String plain(String markdown) {
    return markdown.replaceAll("[*`#>\\[\\]|]+", "").replaceAll("\\(https?:[^)]*\\)", "");
  }
}
