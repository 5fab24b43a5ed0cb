package dev.annals.judge.reverse;

import dev.annals.ddl.GrantDdl;
import dev.annals.ddl.Names;
import dev.annals.ddl.Target;
import dev.annals.model.schema.DefaultPrivilege;
import dev.annals.model.schema.EventTrigger;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives owners and rights back. */
final class Rights {

  private final Draft draft;
  private final String usual;

  /**
   * @param before the structure that is to come back; who owns most of it is the one who migrates
   */
  Rights(Schema before, Draft draft) {
    this.draft = draft;
    Map<String, Integer> owned = new HashMap<>();
    before.objects().forEach(object -> owned.merge(Owners.role(object), 1, Integer::sum));
    owned.remove("");
    this.usual =
        owned.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("");
  }

  /** Gives an object that was made again to its former owner. */
  void owner(SchemaObject object) {
    String role = Owners.role(object);
    if (!role.isEmpty() && !role.equals(usual)) {
      toOwner(object);
    }
  }

  /** Gives an object to its former owner. */
  void toOwner(SchemaObject object) {
    String role = Owners.role(object);
    draft.add(
        object instanceof EventTrigger ? Phase.GUARDS_COME : Phase.FINISH,
        "ALTER "
            + Target.of(object)
            + " OWNER TO "
            + (role.equals(usual) ? "CURRENT_USER" : Names.role(role)));
  }

  void grant(Grant grant) {
    draft.add(Phase.FINISH, GrantDdl.grant(grant, grant.privileges()));
  }

  /**
   * Everybody may call a new routine and use a new type; where that was taken away it is taken away
   * again.
   */
  void taken(SchemaObject object, Schema before) {
    ObjectRef ref = object.ref();
    String usual =
        switch (ref.kind()) {
          case ROUTINE -> "EXECUTE";
          case ENUM, DOMAIN, COMPOSITE, RANGE -> "USAGE";
          default -> "";
        };
    Grant everybody = new Grant(ref.schema(), ref.kind(), ref.name(), "public", List.of(usual));
    if (!usual.isEmpty() && before.find(everybody.ref()).isEmpty()) {
      draft.add(Phase.FINISH, GrantDdl.revoke(everybody, everybody.privileges()));
    }
  }

  /** Sets rights on an object back. */
  void restore(Grant before, Grant after) {
    List<String> tooMany = without(after.privileges(), before.privileges());
    if (!tooMany.isEmpty()) {
      draft.add(Phase.LOOSEN, GrantDdl.revoke(after, tooMany));
    }
    draft.add(
        Phase.FINISH, GrantDdl.grant(before, without(before.privileges(), after.privileges())));
  }

  /** Sets rights on what will be made back. */
  void restore(DefaultPrivilege before, DefaultPrivilege after) {
    List<String> tooMany = without(after.privileges(), before.privileges());
    if (!tooMany.isEmpty()) {
      draft.add(Phase.LOOSEN, GrantDdl.revoke(after, tooMany));
    }
    List<String> missing = without(before.privileges(), after.privileges());
    if (!missing.isEmpty()) {
      draft.add(Phase.FINISH, GrantDdl.grant(before, missing));
    }
  }

  private static List<String> without(List<String> rights, List<String> others) {
    return rights.stream().filter(right -> !others.contains(right)).toList();
  }
}
