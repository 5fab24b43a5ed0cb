package dev.annals.judge.rules;

import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.Schema;
import java.util.Optional;

/** Finds out whether the type of a column is a domain, and which conditions that has. */
final class Domains {

  private Domains() {}

  /** The domain that a type text names, with or without its schema. */
  static Optional<Domain> of(String type, Schema schema) {
    return schema.all(Domain.class).filter(domain -> TypeNames.names(type, domain)).findFirst();
  }

  /** True for a domain that rejects values which its base type takes. */
  static boolean isConstrained(String type, Schema schema) {
    return of(type, schema)
        .map(
            domain ->
                !domain.nullable()
                    || !schema.partsOf(domain.schema(), domain.name(), DomainCheck.class).isEmpty()
                    || isConstrained(domain.baseType(), schema))
        .orElse(false);
  }

  /** The type underneath all domains. */
  static String base(String type, Schema schema) {
    return of(type, schema).map(domain -> base(domain.baseType(), schema)).orElse(type);
  }
}
