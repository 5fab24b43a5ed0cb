package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.SchemaObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The sections of release notes, in their order: those of Keep a Changelog. */
enum Section {
  ADDED("Added"),
  CHANGED("Changed"),
  DEPRECATED("Deprecated"),
  REMOVED("Removed"),
  FIXED("Fixed"),
  SECURITY("Security");

  /** Who may do what. */
  private static final Set<ObjectKind> RIGHTS =
      EnumSet.of(ObjectKind.GRANT, ObjectKind.DEFAULT_PRIVILEGE, ObjectKind.POLICY);

  private final String title;

  Section(String title) {
    this.title = title;
  }

  /** Its heading. */
  String title() {
    return title;
  }

  static Section of(JudgedChange judged) {
    Change change = judged.change();
    if (fixes(judged)) {
      return FIXED;
    }
    if (RIGHTS.contains(change.kind())) {
      return SECURITY;
    }
    if (change instanceof Change.Added added) {
      return runsAsItsOwner(added.object()) ? SECURITY : ADDED;
    }
    if (change instanceof Change.Dropped) {
      return REMOVED;
    }
    return change instanceof Change.Altered altered ? ofProperty(altered) : CHANGED;
  }

  /** True for a routine that gives its callers the rights of its owner. */
  static boolean runsAsItsOwner(SchemaObject object) {
    return object instanceof Routine routine && routine.securityDefiner();
  }

  /** True where something was wrong before that is right now. */
  private static boolean fixes(JudgedChange judged) {
    return switch (judged.verdict().rule()) {
      case "constraint-validated", "foreign-key-indexed", "constraint-enforced" -> true;
      case "index-validity-changed" ->
          judged.change() instanceof Change.Altered altered && !altered.to().isEmpty();
      default -> false;
    };
  }

  private static Section ofProperty(Change.Altered altered) {
    Property property = altered.property();
    if (property == Property.COMMENT) {
      Optional<Deprecation> now = Deprecation.of(altered.after());
      boolean other = !now.equals(Deprecation.of(altered.before()));
      return now.isPresent() && other ? DEPRECATED : CHANGED;
    }
    boolean options =
        property == Property.OPTIONS && (altered.from() + altered.to()).contains("security_");
    return options || property == Property.OWNER || property.label().contains("security")
        ? SECURITY
        : CHANGED;
  }
}
