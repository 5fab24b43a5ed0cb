package dev.annals.judge.rules;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.SchemaObject;

/** How sentences speak of publications. */
final class PublicationWords {

  private PublicationWords() {}

  /** The publication, of itself or of a table in it. */
  static String of(SchemaObject object) {
    return "publication " + object.ref().name();
  }

  /** The table: "table warehouse.bin". */
  static String table(PublishedTable table) {
    return "table " + ObjectRef.table(table.schema(), table.table()).display();
  }
}
