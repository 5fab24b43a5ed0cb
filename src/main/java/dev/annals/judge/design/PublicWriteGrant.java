package dev.annals.judge.design;

import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rows that every role may change. */
final class PublicWriteGrant implements DesignRule {

  private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "TRUNCATE");

  @Override
  public String id() {
    return "public-write-grant";
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
        .schema()
        .all(Grant.class)
        .filter(grant -> grant.grantee().equals("public") && grant.on() == ObjectKind.TABLE)
        .flatMap(grant -> flaw(grant).stream());
  }

  private static Optional<Flaw> flaw(Grant grant) {
    List<String> writes =
        grant.privileges().stream()
            .map(each -> each.replace("*", ""))
            .filter(WRITES::contains)
            .toList();
    ObjectRef table = ObjectRef.table(grant.schema(), grant.object());
    return writes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Flaw.of(
                grant.ref(),
                "every role may " + Wording.list(writes) + " in " + table.display(),
                "Whoever can connect to the database can, roles for reading and those that are made"
                    + " later among them.",
                "REVOKE "
                    + String.join(", ", writes)
                    + " ON "
                    + Wording.sql(table)
                    + " FROM PUBLIC; and grant it to the roles that need it."));
  }
}
