package dev.annals.judge.rules;

import dev.annals.model.schema.SchemaObject;

/** Finds relations by the qualified name that another object gives them. */
final class Relations {

  private Relations() {}

  /** True where a relation of today, by its qualified name, was there before. */
  static boolean isThere(String qualified, ChangeContext context) {
    return context.after().objects().stream()
        .filter(object -> object.ref().kind().isRelation())
        .filter(object -> object.ref().qualified().equals(qualified))
        .map(SchemaObject::ref)
        .anyMatch(ref -> context.before().find(context.formerly(ref)).isPresent());
  }
}
