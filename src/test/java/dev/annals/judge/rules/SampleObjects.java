package dev.annals.judge.rules;

import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Composite;
import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.Extension;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Persistence;
import dev.annals.model.schema.Policy;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.RangeType;
import dev.annals.model.schema.RewriteRule;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Sequence;
import dev.annals.model.schema.Statistics;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.TableKind;
import dev.annals.model.schema.Trigger;
import dev.annals.model.schema.View;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One object of every kind, with every property that it can have. */
final class SampleObjects {

  private static final SortedMap<String, String> OPTIONS =
      new TreeMap<>(java.util.Map.of("fillfactor", "80"));
  private static final SortedMap<String, String> COUNTING =
      new TreeMap<>(
          java.util.Map.of(
              "start",
              "5",
              "minimum",
              "5",
              "maximum",
              "99",
              "increment",
              "2",
              "cycle",
              "yes",
              "cache",
              "20"));
  private static final List<String> ID = List.of("id");

  private SampleObjects() {}

  static List<SchemaObject> all() {
    return List.of(
        new Namespace("s", "c"),
        new Extension("hstore", "public", "1.8", "c"),
        table(),
        column("orders", "total"),
        column("order_total", "total"),
        new Key("s", "orders", "pk", true, ID, ID, true, "DEFERRABLE", OPTIONS, "t", "d", "c"),
        new Key("s", "orders", "uq", false, ID, ID, true, "DEFERRABLE", OPTIONS, "t", "d", "c"),
        foreignKey(),
        new Check("s", "orders", "ck", ID, "(id > 0)", true, true, true, "c"),
        new Exclusion("s", "orders", "ex", ID, "DEFERRABLE", OPTIONS, "t", "d", "c"),
        index("ix", false),
        index("ux", true),
        new Trigger("s", "orders", "tr", "s.f()", "origin", "d", "c"),
        new Policy("s", "orders", "po", true, "ALL", List.of("public"), "u", "w", "c"),
        new RewriteRule("s", "orders", "ru", "origin", "d", "c"),
        new Statistics("s", "orders", "st", "d", "c"),
        new View("s", "order_total", false, "d", OPTIONS, true, true, List.of(), "o", "c"),
        new View("s", "order_sum", true, "d", OPTIONS, true, true, List.of(), "o", "c"),
        new Sequence("s", "sq", "integer", "1", "1", "9", "1", true, "1", "s.orders.id", "c"),
        new EnumType("s", "en", "c"),
        new EnumValue("s", "en", "new", 1),
        new Domain("s", "dm", "text", true, "'x'", "C", "c"),
        new DomainCheck("s", "dm", "dc", "(VALUE > 0)", true, "c"),
        new Composite("s", "co", "c"),
        new Attribute("s", "co", "a", 1, "integer", "C", "c"),
        new RangeType("s", "ra", "numeric", "d", "c"),
        routine(),
        new Grant("s", ObjectKind.TABLE, "orders", "app", List.of("SELECT")),
        new DefaultPrivilege("s", "owner", "tables", "app", List.of("SELECT")),
        new Publication("pu", true, List.of("s"), List.of("insert"), true, "stored", "o", "c"),
        new PublishedTable("s", "orders", "pu", ID, "(id > 0)"),
        new EventTrigger("ev", "sql_drop", List.of("DROP TABLE"), "s.f()", "origin", "o", "c"),
        new Collation("s", "cl", "icu", "de", "en", true, "&a<b", "o", "c"),
        new Operator("s", "===", "text", "text", "boolean", "s.f()", List.of("HASHES"), "o", "c"),
        new Cast("text", "s.en", "inout", "implicit", "c"));
  }

  private static Table table() {
    return new Table(
        "s",
        "orders",
        TableKind.PARTITION,
        Persistence.PERMANENT,
        "RANGE (id)",
        "s.parent",
        "DEFAULT",
        List.of("s.base"),
        OPTIONS,
        "fast",
        "heap2",
        "srv",
        true,
        true,
        "full",
        "owner",
        "c");
  }

  private static Column column(String relation, String name) {
    return new Column(
        "s",
        relation,
        name,
        1,
        "integer",
        true,
        "0",
        "ALWAYS",
        COUNTING,
        "STORED (1)",
        "C",
        "external",
        OPTIONS,
        "c");
  }

  private static ForeignKey foreignKey() {
    return new ForeignKey(
        "s",
        "orders",
        "fk",
        ID,
        "s",
        "customer",
        ID,
        "CASCADE",
        "CASCADE",
        "SIMPLE",
        "DEFERRABLE",
        true,
        true,
        "d",
        "c");
  }

  private static Index index(String name, boolean unique) {
    return new Index(
        "s",
        "orders",
        name,
        "btree",
        unique,
        ID,
        ID,
        "(id > 0)",
        true,
        true,
        OPTIONS,
        "fast",
        "d",
        "c");
  }

  private static Routine routine() {
    return new Routine(
        "s",
        "f",
        "integer",
        "function",
        "a integer",
        "integer",
        "sql",
        "stable",
        true,
        true,
        "safe",
        List.of("search_path=s"),
        "SELECT 1",
        "d",
        List.of(),
        "o",
        "c");
  }
}
