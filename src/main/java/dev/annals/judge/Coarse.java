package dev.annals.judge;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every reader of every product can tell: tables, their columns, which of these take null, and
 * primary keys. Names are compared without regard to case and name space.
 */
final class Coarse {

  private Coarse() {}

  static Schema of(Schema schema) {
    SortedMap<ObjectRef, SchemaObject> kept = new TreeMap<>();
    for (SchemaObject object : schema.objects()) {
      if (object instanceof Column column
          && schema
              .table(column.schema(), column.relation())
              .filter(table -> table.partitionOf().isEmpty())
              .isEmpty()) {
        continue; // a view's, or a partition's
      }
      coarse(object).ifPresent(coarse -> kept.put(coarse.ref(), coarse));
    }
    return Schema.of(kept);
  }

  private static Optional<SchemaObject> coarse(SchemaObject object) {
    if (object instanceof Table t && t.partitionOf().isEmpty()) {
      return Optional.of(
          new Table(
              "",
              lower(t.name()),
              TableKind.ORDINARY,
              Persistence.PERMANENT,
              "",
              "",
              "",
              List.of(),
              new TreeMap<>(),
              "",
              "",
              false,
              false,
              "",
              "",
              ""));
    }
    if (object instanceof Column c) {
      return Optional.of(
          new Column(
              "",
              lower(c.relation()),
              lower(c.name()),
              0,
              "",
              c.nullable(),
              "",
              "",
              "",
              "",
              "",
              ""));
    }
    if (object instanceof Key k && k.primary()) {
      return Optional.of(
          new Key(
              "",
              lower(k.table()),
              "primary key",
              true,
              k.columns().stream().map(Coarse::lower).toList(),
              List.of(),
              false,
              "",
              "",
              ""));
    }
    return Optional.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
