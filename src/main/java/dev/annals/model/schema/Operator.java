package dev.annals.model.schema;

import java.util.List;

/**
 * An operator between values of two types, or before one of one.
 *
 * @param schema the name space it lives in
 * @param name its sign: {@code @>}
 * @param left the type before it; empty where there is none
 * @param right the type after it
 * @param returns the type of its result
 * @param function the schema-qualified routine it calls
 * @param traits what the planner is told of it: {@code HASHES}, {@code COMMUTATOR = …}
 * @param owner the role that owns it
 * @param comment its comment; empty where there is none
 */
public record Operator(
    String schema,
    String name,
    String left,
    String right,
    String returns,
    String function,
    List<String> traits,
    String owner,
    String comment)
    implements SchemaObject {

  public Operator {
    traits = List.copyOf(traits);
  }

  /** The types that it stands between, as statements name them. */
  public String signature() {
    return (left.isEmpty() ? "NONE" : left) + ", " + right;
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.OPERATOR, schema, name + "(" + signature() + ")");
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.RETURNS, returns)
        .and(Property.FUNCTION, function)
        .and(Property.TRAITS, traits)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
