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
          new ColumnRebuilt(),
          new GeneratedColumnRebuilt(),
          new ViewColumnAdded(),
          new ViewColumnDropped(),
          new ViewColumnRenamed(),
          new ViewColumnTypeChanged(),
          new ViewColumnDetailChanged(),
          new ColumnAddedFilled(),
          new ColumnAddedRequired(),
          new ColumnAddedIdentity(),
          new ColumnAddedGeneratedStored(),
          new ColumnAddedGeneratedVirtual(),
          new ColumnAddedVolatileDefault(),
          new ColumnAddedConstrainedDomain(),
          new ColumnAdded(),
          new GeneratedColumnDropped(),
          new ColumnDropped(),
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
          new IdentityCountingChanged(),
          new GenerationDropped(),
          new GenerationAdded(),
          new GenerationChanged(),
          new CollationChanged(),
          new ColumnStorageChanged(),
          new ColumnPositionChanged(),
          // tables
          new TableRebuilt(),
          new PartitionAdded(),
          new TableAdded(),
          new PartitionDropped(),
          new TableDropped(),
          new TableRenamedBehindView(),
          new TableMoved(),
          new TableRenamed(),
          new PartitionAttached(),
          new PartitionDetached(),
          new PartitionBoundChanged(),
          new TableKindChanged(),
          new PartitionKeyChanged(),
          new InheritanceChanged(),
          new PersistenceChanged(),
          new ForeignTableRedirected(),
          new StorageParametersChanged(),
          new StorageMoved(),
          new PublishedWithoutIdentity(),
          new ReplicaIdentityChanged(),
          new RowSecurityEnabled(),
          new RowSecurityDisabled(),
          new OwnerChanged(),
          // constraints
          new PrimaryKeyPromoted(),
          new PrimaryKeyAdded(),
          new PrimaryKeyDropped(),
          new UniquePromoted(),
          new UniqueImplied(),
          new UniqueAdded(),
          new UniquenessKept(),
          new UniqueDropped(),
          new KeyColumnsChanged(),
          new KeyIncludeChanged(),
          new NullsMadeEqual(),
          new NullsMadeDistinct(),
          new KeyMadeDeferrable(),
          new KeyDeferralChanged(),
          new ForeignKeyAddedUnvalidated(),
          new ForeignKeyAdded(),
          new ForeignKeyDropped(),
          new ForeignKeyActionChanged(),
          new ForeignKeyDeferralChanged(),
          new ForeignKeyRedefined(),
          new ConstraintValidated(),
          new ConstraintValidationWithdrawn(),
          new ConstraintEnforced(),
          new ConstraintEnforcementEnded(),
          new CheckAddedUnvalidated(),
          new CheckImplied(),
          new CheckAdded(),
          new CheckSuperseded(),
          new CheckDropped(),
          new CheckWidened(),
          new CheckChanged(),
          new ExclusionAdded(),
          new ExclusionDropped(),
          new ExclusionChanged(),
          new ConstraintRenamed(),
          // indexes
          new UniqueIndexAdded(),
          new ForeignKeyIndexed(),
          new IndexAdded(),
          new IndexAttached(),
          new RefreshKeyDropped(),
          new UniqueIndexDropped(),
          new IndexDropped(),
          new IndexRenamed(),
          new IndexUniquenessChanged(),
          new UniqueIndexRedefined(),
          new IndexRedefined(),
          new IndexValidityChanged(),
          // views
          new ViewAdded(),
          new ViewDropped(),
          new ViewRenamed(),
          new ViewRenamedBehindView(),
          new ViewRecreated(),
          new ViewUpdatabilityLost(),
          new ViewUpdatabilityGained(),
          new ViewQueryChanged(),
          new ViewOptionsChanged(),
          new MaterializedViewEmptied(),
          new MaterializedViewPopulated(),
          // types and sequences
          new TypeAdded(),
          new TypeDropped(),
          new TypeRenamed(),
          new TypeRecreated(),
          new EnumValueAppended(),
          new EnumValueInserted(),
          new EnumValueRenamed(),
          new EnumValueDropped(),
          new EnumValuesReordered(),
          new DomainCheckAddedUnvalidated(),
          new DomainCheckAdded(),
          new DomainCheckDropped(),
          new DomainCheckChanged(),
          new DomainNotNullChanged(),
          new DomainDefaultChanged(),
          new DomainBaseChanged(),
          new AttributeAdded(),
          new AttributeDropped(),
          new AttributeRenamed(),
          new AttributeChanged(),
          new RangeTypeChanged(),
          new CollationAdded(),
          new CollationDropped(),
          new CollationRenamed(),
          new CollationRedefined(),
          new SequenceAdded(),
          new SequenceDropped(),
          new SequenceRenamed(),
          new SequenceTypeWidened(),
          new SequenceRangeChanged(),
          new SequenceDetailChanged(),
          // routines and triggers
          new RoutineOverloaded(),
          new RoutineAdded(),
          new TriggerFunctionDropped(),
          new RoutineDropped(),
          new RoutineRenamed(),
          new RoutineRecreated(),
          new RoutineKindChanged(),
          new RoutineArgumentsChanged(),
          new RoutineResultChanged(),
          new RoutineReformatted(),
          new RoutineBodyChanged(),
          new RoutineSecurityChanged(),
          new RoutineVolatilityChanged(),
          new TriggerAdded(),
          new TriggerDropped(),
          new TriggerEnablingChanged(),
          new TriggerChanged(),
          new RewriteRuleChanged(),
          new StatisticsChanged(),
          // security and the rest
          new PolicyAdded(),
          new PolicyDropped(),
          new PolicyChanged(),
          new PrivilegeGranted(),
          new PrivilegeLapsed(),
          new PrivilegeRevoked(),
          new DefaultPrivilegeChanged(),
          new PublicationAdded(),
          new PublicationDropped(),
          new PublicationRenamed(),
          new PublicationRecreated(),
          new PublicationRootChanged(),
          new PublicationNarrowed(),
          new PublicationWidened(),
          new TablePublished(),
          new TableUnpublished(),
          new PublishedColumnsChanged(),
          new RowFilterChanged(),
          new EventTriggerAdded(),
          new EventTriggerDropped(),
          new EventTriggerChanged(),
          new SchemaAdded(),
          new SchemaDropped(),
          new SchemaRenamed(),
          new ExtensionAdded(),
          new ExtensionDropped(),
          new ExtensionChanged(),
          new PartRenamed(),
          new SchemaRecreated(),
          new CommentChanged());

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
