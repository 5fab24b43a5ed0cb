package dev.annals.model.schema;

/** What can be compared about an object, in the order in which changes to it are listed. */
public enum Property {
  KIND("kind"),
  TYPE("type"),
  NULLABLE("nullable"),
  DEFAULT("default"),
  IDENTITY("identity"),
  GENERATED("generated"),
  COLLATION("collation"),
  STORAGE("storage"),
  COLUMNS("columns"),
  EXPRESSION("expression"),
  REFERENCES("references"),
  ON_UPDATE("on update"),
  ON_DELETE("on delete"),
  MATCH("match"),
  DEFERRABLE("deferrable"),
  VALIDATED("validated"),
  ENFORCED("enforced"),
  NO_INHERIT("no inherit"),
  NULLS_NOT_DISTINCT("nulls not distinct"),
  INCLUDE("include"),
  METHOD("method"),
  UNIQUE("unique"),
  PREDICATE("predicate"),
  VALID("valid"),
  DEFINITION("definition"),
  UPDATABLE("updatable"),
  POPULATED("populated"),
  OPTIONS("options"),
  PERSISTENCE("persistence"),
  PARTITION_KEY("partition key"),
  PARTITION_OF("partition of"),
  PARTITION_BOUND("partition bound"),
  INHERITS("inherits"),
  TABLESPACE("tablespace"),
  ACCESS_METHOD("access method"),
  SERVER("server"),
  ROW_SECURITY("row security"),
  FORCE_ROW_SECURITY("force row security"),
  REPLICA_IDENTITY("replica identity"),
  OWNER("owner"),
  VERSION("version"),
  ARGUMENTS("arguments"),
  RETURNS("returns"),
  LANGUAGE("language"),
  VOLATILITY("volatility"),
  STRICT("strict"),
  SECURITY("security"),
  PARALLEL("parallel"),
  CONFIGURATION("configuration"),
  BODY("body"),
  ENABLED("enabled"),
  PERMISSIVE("permissive"),
  COMMAND("command"),
  ROLES("roles"),
  USING("using"),
  WITH_CHECK("with check"),
  PRIVILEGES("privileges"),
  START("start"),
  MINIMUM("minimum"),
  MAXIMUM("maximum"),
  INCREMENT("increment"),
  CYCLE("cycle"),
  CACHE("cache"),
  OWNED_BY("owned by"),
  BASE_TYPE("base type"),
  SUBTYPE("subtype"),
  POSITION("position"),
  COMMENT("comment");

  private final String label;

  Property(String label) {
    this.label = label;
  }

  /** The property as a reader would call it, in lower case. */
  public String label() {
    return label;
  }
}
