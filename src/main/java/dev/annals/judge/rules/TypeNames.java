package dev.annals.judge.rules;

import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;

/** Compares the text of a type, as the server formats it, with the types of a schema. */
final class TypeNames {

  private TypeNames() {}

  /** True where the text names that type; the server leaves out the schema of a visible type. */
  static boolean names(String text, SchemaObject type) {
    ObjectRef ref = type.ref();
    String name = Quoting.of(ref.name());
    return text.equals(name) || text.equals(Quoting.of(ref.schema()) + "." + name);
  }
}
