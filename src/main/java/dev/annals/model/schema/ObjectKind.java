package dev.annals.model.schema;

/** Every kind of object that a schema can hold, in the order in which lists show them. */
public enum ObjectKind {
  SCHEMA("schema", "schemas"),
  EXTENSION("extension", "extensions"),
  TABLE("table", "tables"),
  COLUMN("column", "columns"),
  PRIMARY_KEY("primary key", "primary keys"),
  UNIQUE("unique constraint", "unique constraints"),
  FOREIGN_KEY("foreign key", "foreign keys"),
  CHECK("check constraint", "check constraints"),
  EXCLUSION("exclusion constraint", "exclusion constraints"),
  INDEX("index", "indexes"),
  TRIGGER("trigger", "triggers"),
  POLICY("policy", "policies"),
  REWRITE_RULE("rewrite rule", "rewrite rules"),
  STATISTICS("statistics", "statistics"),
  PUBLISHED_TABLE("published table", "published tables"),
  VIEW("view", "views"),
  MATERIALIZED_VIEW("materialized view", "materialized views"),
  SEQUENCE("sequence", "sequences"),
  ENUM("enum", "enums"),
  ENUM_VALUE("enum value", "enum values"),
  DOMAIN("domain", "domains"),
  DOMAIN_CHECK("domain constraint", "domain constraints"),
  COMPOSITE("composite type", "composite types"),
  ATTRIBUTE("attribute", "attributes"),
  RANGE("range type", "range types"),
  COLLATION("collation", "collations"),
  ROUTINE("routine", "routines"),
  OPERATOR("operator", "operators"),
  CAST("cast", "casts"),
  PUBLICATION("publication", "publications"),
  EVENT_TRIGGER("event trigger", "event triggers"),
  GRANT("grant", "grants"),
  DEFAULT_PRIVILEGE("default privilege", "default privileges");

  private final String label;
  private final String plural;

  ObjectKind(String label, String plural) {
    this.label = label;
    this.plural = plural;
  }

  /** The kind as a reader would call one such object, in lower case. */
  public String label() {
    return label;
  }

  /** The kind as a reader would call several such objects, in lower case. */
  public String plural() {
    return plural;
  }

  /** True for what lives inside a relation: it has no page of its own. */
  public boolean belongsToRelation() {
    return switch (this) {
      case COLUMN,
          PRIMARY_KEY,
          UNIQUE,
          FOREIGN_KEY,
          CHECK,
          EXCLUSION,
          INDEX,
          TRIGGER,
          POLICY,
          REWRITE_RULE,
          STATISTICS,
          PUBLISHED_TABLE ->
          true;
      default -> false;
    };
  }

  /** True for tables, views and materialized views: they share one name space. */
  public boolean isRelation() {
    return this == TABLE || this == VIEW || this == MATERIALIZED_VIEW;
  }

  /** True for constraints of a table. */
  public boolean isConstraint() {
    return this == PRIMARY_KEY
        || this == UNIQUE
        || this == FOREIGN_KEY
        || this == CHECK
        || this == EXCLUSION;
  }
}
