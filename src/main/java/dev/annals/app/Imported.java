package dev.annals.app;

import dev.annals.extract.imports.Description;
import dev.annals.extract.imports.ImportReader;
import dev.annals.model.Nearest;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.story.Names;
import dev.annals.render.stub.Described;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What files of other tools say, given to the relations and columns that it is about. */
final class Imported {

  /** One relation's, while files are read. */
  private static final class Draft {
    private String source = "";
    private String text = "";
    private final SortedMap<String, String> columns = new TreeMap<>();
  }

  private final Schema schema;
  private final Names names;
  private final Map<ObjectRef, Draft> drafts = new LinkedHashMap<>();
  private final Draft database = new Draft();
  private final List<String> notes = new ArrayList<>();
  private int known;

  private Imported(Schema schema) {
    this.schema = schema;
    this.names = new Names(schema);
  }

  /** A file that was read. */
  record File(String name, List<Description> descriptions) {}

  /**
   * Reads files.
   *
   * @throws dev.annals.model.Problem if one cannot be read
   */
  static List<File> read(List<Path> files) {
    return files.stream()
        .map(file -> new File(String.valueOf(file.getFileName()), ImportReader.read(file)))
        .toList();
  }

  /** Finds what they are about. */
  static Imported of(Schema schema, List<File> files) {
    Imported imported = new Imported(schema);
    for (File file : files) {
      imported.known = 0;
      file.descriptions().forEach(each -> imported.take(file.name(), each));
      if (imported.known > 0) {
        imported.notes.add(
            file.name()
                + ": "
                + imported.known
                + (imported.known == 1
                    ? " description says what the database's comment says"
                    : " descriptions say what the database's comments say")
                + " already");
      }
    }
    imported.drafts.values().removeIf(draft -> draft.text.isEmpty() && draft.columns.isEmpty());
    return imported;
  }

  private void take(String file, Description said) {
    if (said.relation().isEmpty()) {
      keep(database, file, said, "");
      return;
    }
    Optional<ObjectRef> found =
        names
            .object(said.relation())
            .or(() -> names.object(said.relation().toLowerCase(Locale.ROOT)))
            .filter(ref -> ref.kind().isRelation());
    if (found.isEmpty()) {
      lost(file, said, said.relation(), names.suggestion(said.relation()));
      return;
    }
    Draft draft = drafts.computeIfAbsent(found.get(), ref -> new Draft());
    if (said.column().isEmpty()) {
      keep(draft, file, said, schema.find(found.get()).map(SchemaObject::comment).orElse(""));
    } else {
      column(draft, file, said, found.get());
    }
  }

  private void column(Draft draft, String file, Description said, ObjectRef ref) {
    List<Column> columns = schema.columns(ref.schema(), ref.name());
    Optional<Column> column =
        columns.stream()
            .filter(each -> each.name().equals(said.column()))
            .findFirst()
            .or(
                () ->
                    columns.stream()
                        .filter(each -> each.name().equalsIgnoreCase(said.column()))
                        .findFirst());
    if (column.isEmpty()) {
      lost(
          file,
          said,
          ref.display() + "." + said.column(),
          Nearest.suggestion(said.column(), columns.stream().map(Column::name).toList()));
    } else if (same(said.text(), column.get().comment())) {
      known++;
    } else {
      draft.source = draft.source.isEmpty() ? file : draft.source;
      draft.columns.putIfAbsent(column.get().name(), said.text());
    }
  }

  private void keep(Draft draft, String file, Description said, String comment) {
    if (same(said.text(), comment)) {
      known++;
    } else if (draft.text.isEmpty()) {
      draft.text = said.text();
      draft.source = file;
    }
  }

  private static boolean same(String a, String b) {
    return a.replaceAll("\\s+", " ").strip().equals(b.replaceAll("\\s+", " ").strip());
  }

  private void lost(String file, Description said, String what, String near) {
    notes.add(
        file
            + (said.line() > 0 ? ":" + said.line() : "")
            + " describes "
            + what
            + ", which is not in the schema"
            + (near.isEmpty() ? "" : ". " + near));
  }

  /** The relations of which something is said. */
  List<ObjectRef> relations() {
    return List.copyOf(drafts.keySet());
  }

  /** What is said of one. */
  Described of(ObjectRef ref) {
    return drafts.containsKey(ref) ? described(drafts.get(ref)) : Described.NOTHING;
  }

  /** What is said of the database. */
  Described database() {
    return described(database);
  }

  private static Described described(Draft draft) {
    return new Described(draft.source, draft.text, draft.columns);
  }

  /** What found no object, and what was known. */
  List<String> notes() {
    return notes;
  }
}
