package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers about who may do what. */
final class Grants {

  private static final Set<String> READING = Set.of("SELECT", "USAGE", "EXECUTE");
  private static final Set<String> WRITING =
      Set.of("INSERT", "UPDATE", "DELETE", "TRUNCATE", "USAGE", "EXECUTE", "REFERENCES", "TRIGGER");

  /** Privileges that are no verbs; the rest are statements. */
  private static final Map<String, String> VERBS =
      Map.of(
          "USAGE", "use",
          "EXECUTE", "call",
          "CREATE", "create objects in",
          "REFERENCES", "refer to",
          "TRIGGER", "put triggers on",
          "MAINTAIN", "maintain");

  private Grants() {}

  /** The grant, with only the privileges that are new; nothing where others are gone. */
  static Optional<Grant> gained(Change change) {
    return Facts.added(change, Grant.class)
        .or(
            () ->
                Facts.altered(change, Grant.class, Property.PRIVILEGES)
                    .filter(altered -> lost(change).isEmpty())
                    .map(altered -> with(altered.after(), altered.to(), altered.from())));
  }

  /** The grant, with only the privileges that are gone. */
  static Optional<Grant> lost(Change change) {
    return Facts.dropped(change, Grant.class)
        .or(
            () ->
                Facts.altered(change, Grant.class, Property.PRIVILEGES)
                    .map(altered -> with(altered.before(), altered.from(), altered.to()))
                    .filter(lost -> !lost.privileges().isEmpty()));
  }

  /** The grant with the privileges of one list that another does not have. */
  private static Grant with(Grant grant, String privileges, String without) {
    List<String> others = Alteration.items(without).stream().map(Grants::plain).toList();
    return new Grant(
        grant.schema(),
        grant.on(),
        grant.object(),
        grant.grantee(),
        Alteration.items(privileges).stream()
            .filter(item -> !others.contains(plain(item)))
            .toList());
  }

  static boolean letsRead(Grant grant) {
    return grant.privileges().stream().map(Grants::plain).anyMatch(READING::contains);
  }

  static boolean letsWrite(Grant grant) {
    return grant.privileges().stream().map(Grants::plain).anyMatch(WRITING::contains);
  }

  /** What a role may do with what the grant is on, after "may": "SELECT on table orders". */
  static String deed(Grant grant) {
    List<String> plain = grant.privileges().stream().map(Grants::plain).toList();
    String statements =
        Words.list(plain.stream().filter(item -> !VERBS.containsKey(item)).toList());
    String verbs = Words.list(plain.stream().filter(VERBS::containsKey).map(VERBS::get).toList());
    return statements
        + (statements.isEmpty() ? "" : " on ")
        + (statements.isEmpty() || verbs.isEmpty() ? "" : "and ")
        + verbs
        + (verbs.isEmpty() ? "" : " ")
        + Words.on(grant);
  }

  /** Where privileges stay and only the right to pass some on comes or goes: these, as a grant. */
  static Optional<Grant> passing(Change change, boolean from) {
    return Facts.altered(change, Grant.class, Property.PRIVILEGES)
        .map(
            altered -> {
              List<String> others = Alteration.items(from ? altered.to() : altered.from());
              List<String> some =
                  Alteration.items(from ? altered.from() : altered.to()).stream()
                      .filter(item -> item.endsWith("*") && others.contains(plain(item)))
                      .toList();
              return with(altered.after(), String.join(", ", some), "");
            })
        .filter(grant -> !grant.privileges().isEmpty());
  }

  private static String plain(String privilege) {
    return privilege.replace("*", "");
  }

  /** Roles that held a grant on an object and hold none of the kind any more. */
  static List<String> lost(SchemaObject object, ChangeContext context) {
    return context
        .before()
        .all(Grant.class)
        .filter(grant -> isOn(grant, object))
        .filter(grant -> context.after().find(grant.ref()).isEmpty())
        .map(Grant::grantee)
        .distinct()
        .toList();
  }

  private static boolean isOn(Grant grant, SchemaObject object) {
    return grant.schema().equals(object.ref().schema())
        && (grant.object().equals(object.ref().name())
            || grant.object().startsWith(object.ref().name() + "."));
  }

  /** True where the object of a grant is there now, and is not one that was made anew. */
  static boolean objectIsThere(Grant grant, ChangeContext context) {
    boolean recreated = context.any(Change.Recreated.class, other -> isOn(grant, other.after()));
    return !recreated
        && context.after().objects().stream()
            .filter(object -> object.ref().kind() != ObjectKind.GRANT)
            .anyMatch(object -> names(object, grant));
  }

  private static boolean names(SchemaObject object, Grant grant) {
    return object.ref().kind() == grant.on()
        && object.ref().schema().equals(grant.schema())
        && (object.ref().name().equals(grant.object())
            || (object.ref().parent() + "." + object.ref().name()).equals(grant.object()));
  }
}
