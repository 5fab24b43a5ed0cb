package dev.annals.judge.design;

import dev.annals.model.story.Confidence;
import dev.annals.model.story.Severity;
import java.util.List;
import java.util.Optional;

/** Every design rule. */
public final class DesignCatalogue {

  private static final List<DesignRule> RULES =
      List.of(
          // keys
          new TableWithoutPrimaryKey(),
          new NullableUnique(),
          new UniqueBeyondKey(),
          new SoftDeleteUnique(),
          new KeyWillOverflow(),
          new NarrowSequence(),
          new SerialColumn(),
          // foreign keys
          new ForeignKeyWithoutIndex(),
          new ForeignKeyTypeMismatch(),
          new SetNullOnRequired(),
          new PartlyNullForeignKey(),
          new DuplicateForeignKey(),
          new ForeignKeyCycle(),
          new MissingForeignKey(),
          new LonelyTable(),
          new ConstraintNotValidated(),
          // indexes
          new DuplicateIndex(),
          new RedundantIndex(),
          new InvalidIndex(),
          new BooleanIndex(),
          new WholeValueIndex(),
          new ManyIndexes(),
          // types
          new FloatMoney(),
          new MoneyType(),
          new LocalTimestamp(),
          new TimeWithZone(),
          new RoundedTimestamp(),
          new JsonType(),
          new DateInText(),
          new NumberInText(),
          new BooleanInText(),
          new UuidInText(),
          new JsonInText(),
          new VarcharWithoutReason(),
          new PaddedChar(),
          new NullTextDefault(),
          new FrozenDefault(),
          new ThreeStateBoolean(),
          // modelling
          new RepeatedColumns(),
          new MultiValuedText(),
          new EntityAttributeValue(),
          new PolymorphicReference(),
          new OpenStatus(),
          new UncheckedPeriod(),
          new WideTable(),
          new CaseSensitiveEmail(),
          new MissingTimestamps(),
          new UnmaintainedUpdatedAt(),
          // names
          new ReservedWord(),
          new QuotedName(),
          new TableNameOutlier(),
          new KeyNameOutlier(),
          new TypeOutlier(),
          new TruncatedName(),
          new MissingComment(),
          // security
          new RowSecurityWithoutPolicy(),
          new PolicyWithoutRowSecurity(),
          new AlwaysTruePolicy(),
          new DefinerSearchPath(),
          new ViewBesideRowSecurity(),
          new PublicWriteGrant(),
          // the rest
          new UnloggedTable(),
          new PartitionsMissing(),
          new TableInheritance(),
          new UnrefreshableView(),
          new StatementRewritten(),
          new DisabledTrigger(),
          new UnusedTriggerFunction(),
          new UnusedType());

  private DesignCatalogue() {}

  /** The rules. */
  public static List<DesignRule> rules() {
    return RULES;
  }

  /** The rule of that id. */
  public static Optional<DesignRule> rule(String id) {
    return RULES.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** How much a flaw matters. */
  static Severity severity(DesignRule rule, Flaw flaw) {
    return flaw.mild() ? Severity.INFO : rule.severity();
  }

  /** How sure a rule is of a flaw. */
  static Confidence confidence(DesignRule rule, Flaw flaw) {
    return flaw.doubtful() ? rule.confidence().less() : rule.confidence();
  }
}
