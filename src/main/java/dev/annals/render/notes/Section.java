package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Deprecation;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.Property;
import java.util.EnumSet;
import java.util.Set;

/** The sections of release notes, in their order: those of Keep a Changelog. */
enum Section {
  ADDED("Added"),
  CHANGED("Changed"),
  DEPRECATED("Deprecated"),
  REMOVED("Removed"),
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

  static Section of(Change change) {
    if (RIGHTS.contains(change.kind())) {
      return SECURITY;
    }
    if (change instanceof Change.Added) {
      return ADDED;
    }
    if (change instanceof Change.Dropped) {
      return REMOVED;
    }
    return change instanceof Change.Altered altered ? ofProperty(altered) : CHANGED;
  }

  private static Section ofProperty(Change.Altered altered) {
    if (altered.property() == Property.COMMENT) {
      boolean now = Deprecation.of(altered.after()).isPresent();
      return now && Deprecation.of(altered.before()).isEmpty() ? DEPRECATED : CHANGED;
    }
    return altered.property().label().contains("security") ? SECURITY : CHANGED;
  }
}
