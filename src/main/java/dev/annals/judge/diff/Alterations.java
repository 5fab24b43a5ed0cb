package dev.annals.judge.diff;

import dev.annals.judge.diff.Pairing.Pair;
import dev.annals.judge.diff.Renames.Owner;
import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Properties;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which properties of paired objects are different by somebody's will. */
final class Alterations {

  private final DerivedText derived;
  private final Moves moves;
  private final Set<Owner> retyped = new HashSet<>();

  Alterations(Pairing pairing, Schema after) {
    this.derived = new DerivedText(pairing.renames());
    this.moves = new Moves(pairing, after);
    for (Pair pair : pairing.pairs()) {
      ObjectRef ref = pair.after().ref();
      boolean typed = ref.kind() == ObjectKind.COLUMN || ref.kind() == ObjectKind.DOMAIN;
      if (typed && !type(pair.before()).equals(type(pair.after()))) {
        retyped.add(new Owner(ref.schema(), ref.owner()));
      }
    }
  }

  private static String type(SchemaObject object) {
    Properties facts = object.properties();
    return facts.get(Property.TYPE) + facts.get(Property.BASE_TYPE);
  }

  /** What differs between the two. */
  List<Change> of(Pair pair) {
    if (pair.before().equals(pair.after())) {
      return List.of();
    }
    Properties before = pair.before().properties();
    Properties after = pair.after().properties();
    Set<Property> properties = new TreeSet<>(before.values().keySet());
    properties.addAll(after.values().keySet());
    List<Change> changes = new ArrayList<>();
    for (Property property : properties) {
      String from = before.get(property);
      String to = after.get(property);
      if (!from.equals(to) && !follows(pair, property, from, to)) {
        changes.add(new Change.Altered(pair.before(), pair.after(), property, from, to));
      }
    }
    return changes;
  }

  private boolean follows(Pair pair, Property property, String from, String to) {
    if (Column.COUNTING.contains(property) && pair.after() instanceof Column column) {
      // with an identity comes, and goes, how it counts
      return column.identity().isEmpty() || ((Column) pair.before()).identity().isEmpty();
    }
    return switch (property) {
      case COMMENT, OWNER, KIND, LANGUAGE, PERSISTENCE -> false;
      case POSITION -> Moves.hasPosition(pair.after()) && !moves.moved(pair.after());
      case BODY -> isParsed(pair.before()) && derived.same(from, to, false);
      case TYPE, BASE_TYPE, SUBTYPE, RETURNS -> derived.same(from, to, false);
      default -> !from.isEmpty() && !to.isEmpty() && derived.same(from, to, isRetyped(pair));
    };
  }

  private boolean isRetyped(Pair pair) {
    ObjectRef ref = pair.after().ref();
    boolean text = ref.kind().belongsToRelation() || ref.kind().name().startsWith("DOMAIN");
    return text && retyped.contains(new Owner(ref.schema(), ref.owner()));
  }

  /** Only bodies of the SQL standard's form are kept parsed, so only they follow a rename. */
  private static boolean isParsed(SchemaObject object) {
    if (object instanceof Routine routine && routine.language().equals("sql")) {
      String body = routine.body().stripLeading().toUpperCase(Locale.ROOT);
      return body.startsWith("BEGIN ATOMIC") || body.startsWith("RETURN");
    }
    return false;
  }
}
