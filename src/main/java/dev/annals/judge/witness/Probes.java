package dev.annals.judge.witness;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Attribute;
import dev.annals.model.schema.Cast;
import dev.annals.model.schema.Check;
import dev.annals.model.schema.Collation;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.Exclusion;
import dev.annals.model.schema.ForeignKey;
import dev.annals.model.schema.Grant;
import dev.annals.model.schema.Index;
import dev.annals.model.schema.Key;
import dev.annals.model.schema.Operator;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.Publication;
import dev.annals.model.schema.PublishedTable;
import dev.annals.model.schema.RangeType;
import dev.annals.model.schema.Routine;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import dev.annals.model.schema.Table;
import dev.annals.model.schema.View;
import dev.annals.model.witness.Probe;
import dev.annals.model.witness.Side;
import java.util.List;

/**
 * Derives statements from a change that users of the schema before it may send. Which of them work
 * before and not after it is for a server to say.
 */
public final class Probes {

  private final Questions questions;

  private Probes(Questions questions) {
    this.questions = questions;
  }

  /** The statements for a change between two schemas, the best first; there may be none. */
  public static List<Probe> of(Change change, Schema before, Schema after) {
    return of(change, new Rows(before), after);
  }

  static List<Probe> of(Change change, Rows before, Schema after) {
    Questions questions = new Questions(before, after);
    new Probes(questions).ask(change);
    return questions.probes();
  }

  private void ask(Change change) {
    if (change instanceof Change.Added added) {
      added(added.object());
    } else if (change instanceof Change.Dropped dropped) {
      if (dropped.object() instanceof Grant grant) {
        RightsProbes.revoked(grant, List.of(), questions);
      } else {
        GoneProbes.of(dropped.object(), questions);
        ReplacedProbes.of(dropped.object(), questions);
      }
    } else if (change instanceof Change.Renamed renamed) {
      GoneProbes.of(renamed.before(), questions);
    } else if (change instanceof Change.Recreated recreated) {
      RightsProbes.lostWith(recreated.before(), questions);
    } else {
      altered((Change.Altered) change);
    }
  }

  private void added(SchemaObject object) {
    if (object instanceof Column column) {
      ConstraintProbes.without(column, questions);
    } else if (object instanceof Check check) {
      ConstraintProbes.check(check, questions);
    } else if (object instanceof ForeignKey key) {
      ConstraintProbes.foreignKey(key, questions);
    } else if (object instanceof Key || object instanceof Index || object instanceof Exclusion) {
      KeyProbes.rejected(object, questions);
    } else if (object instanceof DomainCheck check) {
      ConstraintProbes.domain(check, questions);
    } else if (object instanceof Publication || object instanceof PublishedTable) {
      PublicationProbes.refused(object, questions);
    }
  }

  private void altered(Change.Altered altered) {
    SchemaObject before = altered.before();
    SchemaObject after = altered.after();
    if (before instanceof Column column) {
      ColumnProbes.altered(altered, column, questions);
    } else if (before instanceof Table table) {
      table(table, (Table) after, altered.property());
    } else if (before instanceof View view) {
      view(view, altered.property());
    } else if (before instanceof Grant grant) {
      RightsProbes.revoked(grant, ((Grant) after).privileges(), questions);
    } else if (before instanceof Routine routine) {
      RoutineProbes.call(routine, questions);
    } else if (before instanceof Key || before instanceof Index) {
      KeyProbes.lost(before, questions);
      KeyProbes.rejected(after, questions);
    } else if (before instanceof Attribute attribute) {
      GoneProbes.of(attribute, questions);
      questions.described(GoneProbes.read(attribute));
    } else if (before instanceof Domain domain) {
      domain(domain);
    } else if (before instanceof Publication || before instanceof PublishedTable) {
      PublicationProbes.refused(after, questions);
      PublicationProbes.less(altered, questions);
    } else if (before instanceof Operator || before instanceof Cast) {
      GoneProbes.of(before, questions);
    } else if (before instanceof Collation collation) {
      collation(collation);
    } else if (before instanceof RangeType range) {
      questions.described("SELECT lower(NULL::" + Sql.name(range.ref()) + ")");
    } else if (altered.property() != Property.VALIDATED && altered.property() != Property.COMMENT) {
      added(after);
    }
  }

  private void domain(Domain domain) {
    questions.described("SELECT NULL::" + Sql.name(domain.ref()));
    ConstraintProbes.domain(domain.schema(), domain.name(), domain.name(), "", questions);
  }

  /** Which texts are equal, and which comes first: cases, accents, digits, signs. */
  private void collation(Collation collation) {
    questions.run(
        Side.READER,
        List.of(),
        """
        SELECT string_agg(t, ' ' ORDER BY t COLLATE %1$s, t), count(DISTINCT t COLLATE %1$s)
        FROM unnest(ARRAY['a', 'A', 'b', 'B', 'á', 'z', 'ä', 'a-b', '10', '9']) t"""
            .formatted(Sql.name(collation.ref())),
        "");
  }

  private void table(Table table, Table after, Property property) {
    switch (property) {
      case ROW_SECURITY -> RightsProbes.secured(table.schema(), table.name(), questions);
      case FORCE_ROW_SECURITY -> {
        RightsProbes.owned(table.schema(), table.name(), questions);
        RightsProbes.secured(table.schema(), table.name(), questions);
      }
      case PARTITION_OF -> ConstraintProbes.partition(table, questions);
      case PARTITION_BOUND -> {
        if (!after.partitionOf().isEmpty()) {
          ConstraintProbes.partition(table, questions);
        }
      }
      case REPLICA_IDENTITY -> PublicationProbes.refused(after, questions);
      case PARTITION_KEY -> ColumnProbes.partitionKey(table, questions);
      default -> {}
    }
  }

  private void view(View view, Property property) {
    String name = Sql.name(view.ref());
    switch (property) {
      case UPDATABLE ->
          questions.planned(Side.WRITER, "INSERT INTO " + name + " DEFAULT VALUES", view.name());
      case POPULATED ->
          questions.run(Side.READER, List.of(), "SELECT count(*) FROM " + name, view.name());
      default -> {}
    }
  }
}
