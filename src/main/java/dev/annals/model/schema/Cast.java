package dev.annals.model.schema;

/**
 * A way from one type to another.
 *
 * @param source the type that it takes, as the server writes it
 * @param target the type that it gives
 * @param function the schema-qualified routine that does it; {@link #INOUT} where the target reads
 *     what the source prints, {@link #BINARY} where both are the same bytes
 * @param context when it is taken: {@code explicit} where somebody asks for it, {@code assignment}
 *     where a value is stored, too, or {@code implicit} anywhere
 * @param comment its comment; empty where there is none
 */
public record Cast(String source, String target, String function, String context, String comment)
    implements SchemaObject {

  /** By text. */
  public static final String INOUT = "inout";

  /** By nothing at all. */
  public static final String BINARY = "binary";

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.CAST, "", source + " AS " + target);
  }

  /** True where a routine does it. */
  public boolean isCalled() {
    return !function.equals(INOUT) && !function.equals(BINARY);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.FUNCTION, function)
        .and(Property.CONTEXT, context)
        .and(Property.COMMENT, comment)
        .build();
  }
}
