package dev.annals.model.schema;

/**
 * A collation: how texts are sorted and which of them are equal. The version of the library behind
 * it is the server's own business.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param provider {@code icu}, {@code libc} or {@code builtin}
 * @param locale whose order it is: {@code und-u-ks-level2}
 * @param letters whose letters it knows, where that is another locale; empty otherwise
 * @param deterministic texts are equal only where their bytes are
 * @param rules rules of its own, in ICU's language; empty where there are none
 * @param owner the role that owns it
 * @param comment its comment; empty where there is none
 */
public record Collation(
    String schema,
    String name,
    String provider,
    String locale,
    String letters,
    boolean deterministic,
    String rules,
    String owner,
    String comment)
    implements SchemaObject {

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.COLLATION, schema, name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.PROVIDER, provider)
        .and(Property.LOCALE, locale)
        .and(Property.LETTERS, letters)
        .and(Property.DETERMINISTIC, deterministic)
        .and(Property.RULES, rules)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
