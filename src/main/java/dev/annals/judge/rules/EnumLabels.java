package dev.annals.judge.rules;

import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;

/** Answers about the order of an enum's labels. */
final class EnumLabels {

  private EnumLabels() {}

  /** True where a new label stands after all labels that the enum had before. */
  static boolean isAtEnd(EnumValue added, ChangeContext context) {
    ObjectRef type = context.formerly(ObjectRef.of(ObjectKind.ENUM, added.schema(), added.type()));
    return context.after().partsOf(added.schema(), added.type(), EnumValue.class).stream()
        .filter(value -> value.position() > added.position())
        .noneMatch(value -> wasThere(value, type, context));
  }

  private static boolean wasThere(EnumValue value, ObjectRef type, ChangeContext context) {
    return context.before().partsOf(type.schema(), type.name(), EnumValue.class).stream()
        .anyMatch(former -> former.name().equals(value.name()));
  }
}
