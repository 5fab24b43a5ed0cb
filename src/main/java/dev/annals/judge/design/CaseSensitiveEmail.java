package dev.annals.judge.design;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.Property;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An address that is unique letter by letter. */
final class CaseSensitiveEmail implements DesignRule {

  private static final Set<String> NAMES = Set.of("email", "mail", "username", "login");

  @Override
  public String id() {
    return "case-sensitive-email";
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
    return schema
        .columns()
        .filter(column -> isAddress(column, schema))
        .map(
            column ->
                Flaw.of(
                        column.ref(),
                        "unique column "
                            + column.ref().display()
                            + " tells capitals from small letters",
                        "Ann@example.org and ann@example.org are two accounts, and whoever signs in with the other one"
                            + " is not found.",
                        "Make the unique index one over lower("
                            + Wording.sql(column.name())
                            + "), or use citext.")
                    .because(Property.TYPE));
  }

  private static boolean isAddress(Column column, Blueprint schema) {
    String type = schema.type(column);
    List<Access> accesses = schema.table(column.ref()).map(schema::accesses).orElse(List.of());
    return NAMES.contains(Wording.last(column.name()))
        && Types.isText(type)
        && !type.endsWith("citext")
        && column.collation().isEmpty()
        && accesses.stream()
            .anyMatch(each -> each.unique() && each.keys().equals(List.of(column.name())))
        && accesses.stream().noneMatch(each -> each.keys().toString().contains("lower("))
        && schema.checks(column).stream().noneMatch(check -> check.expression().contains("lower("));
  }
}
