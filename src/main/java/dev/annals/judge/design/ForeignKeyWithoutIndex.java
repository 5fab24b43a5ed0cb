package dev.annals.judge.design;

import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A foreign key whose referencing rows can only be found by reading the whole table. */
final class ForeignKeyWithoutIndex implements DesignRule {

  /** Of Hibernate Envers: revisions are only ever added. */
  private static final String REVISIONS = "revinfo";

  @Override
  public String id() {
    return "foreign-key-without-index";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Confidence confidence() {
    return Confidence.HIGH;
  }

  @Override
  public Stream<Flaw> find(Blueprint schema) {
    return schema
        .tables()
        .flatMap(
            table -> {
              List<Access> accesses = schema.accesses(table);
              return schema.foreignKeys(table).stream()
                  .filter(key -> accesses.stream().noneMatch(each -> each.finds(key.columns())));
            })
        .map(key -> flaw(key).doubtfulIf(isList(key, schema) || isPartlyFound(key, schema)));
  }

  /** An index on one of several columns finds few rows, most often, and not the whole table. */
  private static boolean isPartlyFound(ForeignKey key, Blueprint schema) {
    return key.columns().size() > 1
        && schema.table(key.ref()).map(schema::accesses).orElse(List.of()).stream()
            .anyMatch(
                access -> key.columns().stream().anyMatch(name -> access.finds(List.of(name))));
  }

  /** A list of codes, of which rows are hardly ever deleted. */
  private static boolean isList(ForeignKey key, Blueprint schema) {
    return schema
        .schema()
        .table(key.targetSchema(), key.targetTable())
        .filter(table -> schema.isList(table) || table.name().equals(REVISIONS))
        .isPresent();
  }

  private static Flaw flaw(ForeignKey key) {
    String table = ObjectRef.table(key.schema(), key.table()).display();
    String target = Wording.target(key).display();
    String then =
        key.onDelete().startsWith("CASCADE")
            ? " to delete what refers to it"
            : key.onDelete().startsWith("SET")
                ? " to change what refers to it"
                : " to see that nothing refers to it";
    return Flaw.of(
            key.ref(),
            "foreign key "
                + table
                + " "
                + Wording.columns(key.columns())
                + " to "
                + target
                + " has no index",
            "Every row that is deleted from "
                + target
                + ", or whose key changes, makes the server read all of "
                + table
                + then
                + "; joins from that side do the same.",
            "CREATE INDEX CONCURRENTLY ON "
                + Wording.sql(ObjectRef.table(key.schema(), key.table()))
                + " "
                + Wording.columns(key.columns())
                + ";")
        .and(Wording.target(key));
  }
}
