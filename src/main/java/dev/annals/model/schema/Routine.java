package dev.annals.model.schema;

import java.util.List;

/**
 * A function, procedure, aggregate or window function.
 *
 * @param schema the name space it lives in
 * @param name its name
 * @param signature the types of its input arguments: {@code integer, text}; overloads differ in it
 * @param kind {@code function}, {@code procedure}, {@code aggregate} or {@code window}
 * @param arguments all arguments with modes, names and defaults
 * @param returns the result type; empty for a procedure
 * @param language {@code sql}, {@code plpgsql}, …
 * @param volatility {@code immutable}, {@code stable} or {@code volatile}
 * @param strict null in, null out, unasked
 * @param securityDefiner runs with the rights of its owner
 * @param parallel {@code safe}, {@code restricted} or {@code unsafe}
 * @param configuration settings that hold while it runs, {@code name=value}
 * @param body its source text
 * @param definition the server's {@code CREATE}; empty for an aggregate
 * @param uses the schema-qualified relations that the server knows it reads; not compared
 * @param owner the owning role; {@code current_user} for the one that migrates
 * @param comment its comment; empty where there is none
 */
public record Routine(
    String schema,
    String name,
    String signature,
    String kind,
    String arguments,
    String returns,
    String language,
    String volatility,
    boolean strict,
    boolean securityDefiner,
    String parallel,
    List<String> configuration,
    String body,
    String definition,
    List<String> uses,
    String owner,
    String comment)
    implements SchemaObject {

  public Routine {
    configuration = configuration.stream().sorted().toList();
    uses = uses.stream().sorted().distinct().toList();
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.ROUTINE, schema, name + "(" + signature + ")");
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.KIND, kind)
        .and(Property.ARGUMENTS, arguments)
        .and(Property.RETURNS, returns)
        .and(Property.LANGUAGE, language)
        .and(Property.VOLATILITY, volatility)
        .and(Property.STRICT, strict)
        .and(Property.SECURITY, securityDefiner ? "definer" : "invoker")
        .and(Property.PARALLEL, parallel)
        .and(Property.CONFIGURATION, configuration)
        .and(Property.BODY, body)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
