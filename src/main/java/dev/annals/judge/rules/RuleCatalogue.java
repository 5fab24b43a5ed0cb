package dev.annals.judge.rules;

import dev.annals.model.change.Change;
import dev.annals.model.change.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Every verdict rule, in the order in which they are asked; the first that answers decides, so the
 * special ones of a family stand before the general ones.
 */
public final class RuleCatalogue {

  private static final List<VerdictRule> RULES =
      List.of(
          // columns
          new ViewColumnAdded(),
          new ViewColumnDropped(),
          new ViewColumnRenamed(),
          new ViewColumnTypeChanged(),
          new ViewColumnDetailChanged(),
          new ColumnAddedRequired(),
          new ColumnAddedIdentity(),
          new ColumnAddedGeneratedStored(),
          new ColumnAddedGeneratedVirtual(),
          new ColumnAddedVolatileDefault(),
          new ColumnAddedConstrainedDomain(),
          new ColumnAdded(),
          new GeneratedColumnDropped(),
          new ColumnDropped(),
          new ColumnRecreated(),
          new ColumnRenamed(),
          new NotNullProven(),
          new NotNullAdded(),
          new NotNullDropped(),
          // types of columns
          new TypeWidenedInPlace(),
          new TypeRereadInPlace(),
          new DomainConditionsAdopted(),
          new IntegerWidened(),
          new IntegerNarrowed(),
          new TextShortened(),
          new BlanksChanged(),
          new DecimalsAdded(),
          new DigitsTaken(),
          new DecimalsRounded(),
          new ValueKeptTypeChanged(),
          new PrecisionLost(),
          new SecondsRounded(),
          new TimeZoneAdded(),
          new TimeZoneDropped(),
          new TimePartLost(),
          new HostBitsLost(),
          new JsonParsed(),
          new JsonPrinted(),
          new ValuePrinted(),
          new TextParsed(),
          new LabelsExchanged(),
          new TypeChanged(),
          // defaults and details of columns
          new DefaultAdded(),
          new DefaultDroppedRequired(),
          new DefaultDropped(),
          new DefaultChanged(),
          new IdentityAdded(),
          new IdentityMadeStrict(),
          new IdentityMadeLenient(),
          new IdentityDropped(),
          new GenerationDropped(),
          new GenerationAdded(),
          new GenerationChanged(),
          new CollationChanged(),
          new ColumnStorageChanged(),
          new ColumnPositionChanged(),
          // tables
          new PartitionAdded(),
          new TableAdded(),
          new PartitionDropped(),
          new TableDropped(),
          new TableRecreated(),
          new TableMoved(),
          new TableRenamedBehindView(),
          new TableRenamed(),
          new PartitionAttached(),
          new PartitionDetached(),
          new PartitionBoundChanged(),
          new TableKindChanged(),
          new PartitionKeyChanged(),
          new InheritanceChanged(),
          new PersistenceChanged(),
          new StorageParametersChanged(),
          new StorageMoved(),
          new ReplicaIdentityChanged(),
          new RowSecurityEnabled(),
          new RowSecurityDisabled(),
          new OwnerChanged());

  private RuleCatalogue() {}

  /** The rules. */
  public static List<VerdictRule> rules() {
    return RULES;
  }

  /** The rule of that id. */
  public static Optional<VerdictRule> rule(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /**
   * The verdict on a change.
   *
   * @throws IllegalStateException if no rule answers; a test over all kinds of change makes sure
   *     that one does
   */
  public static Verdict judge(Change change, ChangeContext context) {
    for (VerdictRule rule : RULES) {
      Optional<Verdict> verdict = rule.judge(change, context);
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    throw new IllegalStateException("no rule answers for " + change);
  }
}
