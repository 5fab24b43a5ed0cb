package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Table;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A UUID kept as text. */
final class UuidInText implements DesignRule {

  private static final Pattern LITERAL = Pattern.compile("'([^']+)'(?:::.*)?");
  private static final Pattern UUID = Pattern.compile("[0-9a-fA-F-]{32,36}");

  @Override
  public String id() {
    return "uuid-in-text";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    Set<String> plain = new HashSet<>();
    schema.columns().filter(UuidInText::beginsPlain).forEach(column -> plain.add(column.name()));
    return schema
        .tables()
        .map(table -> uuids(table, schema, plain))
        .filter(columns -> !columns.isEmpty())
        .map(columns -> flaw(columns, schema));
  }

  private static List<Column> uuids(Table table, Blueprint schema, Set<String> plain) {
    return schema.columns(table).stream()
        .filter(column -> isUuid(column, schema) && !plain.contains(column.name()))
        .filter(column -> !plain.contains(table.name() + "_" + column.name()))
        .toList();
  }

  /** What is {@code 'main'} where nobody says otherwise is no UUID, nor are its namesakes. */
  private static boolean beginsPlain(Column column) {
    Matcher literal = LITERAL.matcher(column.defaultValue());
    return literal.matches() && !UUID.matcher(literal.group(1)).matches();
  }

  private static Flaw flaw(List<Column> columns, Blueprint schema) {
    List<String> names = columns.stream().map(column -> column.ref().display()).toList();
    Flaw flaw =
        Flaw.of(
                columns.get(0).ref(),
                (names.size() == 1 ? "column " : "columns ")
                    + Wording.few(names)
                    + (names.size() == 1 ? " keeps a UUID as text" : " keep UUIDs as text"),
                "It takes 37 bytes instead of 16 here and in every index, and the same one written in capitals"
                    + " is another value.",
                "Use uuid: ALTER COLUMN … TYPE uuid USING …::uuid; what refers to it with it.")
            .because(Property.TYPE)
            .doubtfulIf(
                columns.stream().allMatch(column -> Types.length(schema.type(column)) != 36));
    for (Column column : columns) {
      flaw = flaw.and(column.ref());
    }
    return flaw;
  }

  static boolean isUuid(Column column, Blueprint schema) {
    String type = schema.type(column);
    return Types.isText(type)
        && !Types.isArray(type)
        && (Wording.has(column.name(), Set.of("uuid", "guid"))
            || (Types.length(type) == 36
                && (schema.inPrimaryKey(column) || schema.inForeignKey(column))));
  }
}
