package dev.annals.judge.rules;

import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.Dotted;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Namespace;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.SchemaObject;
import java.util.List;

/** How sentences speak of objects. */
final class Words {

  /** Stands in where a change has no object of the sort that a rule looks for. */
  static final SchemaObject NOTHING = new Namespace("", "");

  private Words() {}

  /** Kind and name: "column orders.total". */
  static String the(SchemaObject object) {
    if (object instanceof EnumValue value) {
      return "value " + quoted(value.name()) + " of enum " + owner(value);
    }
    if (object instanceof Grant grant) {
      return "the grant on " + grant.on().label() + " " + owner(grant) + " to " + grant.grantee();
    }
    if (object instanceof DefaultPrivilege privilege) {
      String place = privilege.schema().isEmpty() ? "" : " in schema " + privilege.schema();
      String whose = privilege.isOwn() ? "" : " of " + privilege.role();
      return "the default privilege for %s on new %s%s%s"
          .formatted(privilege.grantee(), privilege.on(), whose, place);
    }
    ObjectRef ref = object.ref();
    return ref.kind().label() + " " + ref.display();
  }

  /** " where (active)": the rows that a partial index is about; empty for a whole one. */
  static String where(String predicate) {
    return predicate.isEmpty() ? "" : " where " + predicate;
  }

  /** A qualified name as people use it: without {@code public} in front. */
  static String plain(String qualified) {
    return qualified.startsWith("public.") ? qualified.substring("public.".length()) : qualified;
  }

  /** What a privilege is on: "table warehouse.bin". */
  static String on(Grant grant) {
    boolean bare =
        grant.schema().isEmpty()
            || grant.schema().equals("public")
            || grant.on() == ObjectKind.SCHEMA;
    return grant.on().label() + " " + (bare ? "" : grant.schema() + ".") + grant.object();
  }

  /** Who has a privilege: "role shop_report". */
  static String grantee(Grant grant) {
    return grant.grantee().equals("public") ? "everybody" : "role " + grant.grantee();
  }

  /** The name of the relation or type that an object belongs to: "orders". */
  static String owner(SchemaObject object) {
    ObjectRef ref = object.ref();
    if (object instanceof Grant) {
      // what it is on may be a column, whose quotation marks are there already
      boolean bare = ref.schema().isEmpty() || ref.schema().equals("public");
      return bare ? ref.owner() : Dotted.part(ref.schema()) + "." + ref.owner();
    }
    if (ref.schema().isEmpty()) {
      return ref.owner();
    }
    return ref.kind() == ObjectKind.ROUTINE
        ? ref.display()
        : ObjectRef.table(ref.schema(), ref.owner()).display();
  }

  /** A list as people write it: "a", "a and b", "a, b and c". */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Columns in parentheses: "(a, b)". */
  static String columns(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }

  /** A value in quotation marks. */
  static String quoted(String text) {
    return "'" + text + "'";
  }
}
