package dev.annals.render.page;

import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.List;

/**
 * The schema that everything with a page is in: lists do not say it before each name; titles,
 * addresses and the search do.
 *
 * @param prefix what is left out; empty where there are several schemas, or none is said
 */
record OneSchema(String prefix) {

  static OneSchema of(Schema schema) {
    List<String> schemas =
        schema.objects().stream()
            .map(SchemaObject::ref)
            .filter(ref -> !PageNames.page(ref).isEmpty())
            .map(ObjectRef::schema)
            .distinct()
            .limit(2)
            .toList();
    return new OneSchema(schemas.size() == 1 ? Dotted.part(schemas.get(0)) + "." : "");
  }

  /** A name as a list shows it. */
  String without(String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
