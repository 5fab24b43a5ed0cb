package dev.annals.judge.design;

import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Composite;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.RangeType;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.View;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import dev.annals.script.WholeWord;
import java.util.stream.Stream;

/** An enum or domain that nothing uses. */
final class UnusedType implements DesignRule {

  @Override
  public String id() {
    return "unused-type";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.MEDIUM;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    String used = used(schema);
    return schema.schema().objects().stream()
        .filter(
            object ->
                object instanceof EnumType
                    || object instanceof Domain
                    || object instanceof Composite)
        .map(SchemaObject::ref)
        .filter(ref -> !WholeWord.of(ref.name()).isIn(used))
        .map(
            ref ->
                Flaw.of(
                    ref,
                    ref.kind().label() + " " + ref.display() + " is used by nothing",
                    "No column, domain, routine or view has it: whoever reads the schema looks for"
                        + " a use that is not there.",
                    "DROP "
                        + (ref.kind() == ObjectKind.DOMAIN ? "DOMAIN " : "TYPE ")
                        + Wording.sql(ref)
                        + ";"));
  }

  /** All texts in which a type can be named. */
  private static String used(Blueprint schema) {
    StringBuilder used = new StringBuilder();
    schema.schema().all(Column.class).forEach(each -> used.append(each.type()).append('\n'));
    schema.schema().all(Attribute.class).forEach(each -> used.append(each.type()).append('\n'));
    schema.schema().all(Domain.class).forEach(each -> used.append(each.baseType()).append('\n'));
    schema.schema().all(RangeType.class).forEach(each -> used.append(each.subtype()).append('\n'));
    schema
        .schema()
        .all(Routine.class)
        .forEach(
            each ->
                used.append(each.arguments())
                    .append(each.returns())
                    .append(each.body())
                    .append('\n'));
    schema.schema().all(View.class).forEach(each -> used.append(each.definition()).append('\n'));
    return used.toString();
  }
}
