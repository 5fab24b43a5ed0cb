package dev.annals.model.schema;

/**
 * One object of a schema: a value that names its owner instead of holding it, so that a schema is a
 * flat list which can be compared, sorted and written down.
 */
public sealed interface SchemaObject
    permits Namespace,
        Extension,
        Table,
        Column,
        Key,
        ForeignKey,
        Check,
        Exclusion,
        Index,
        Trigger,
        Policy,
        RewriteRule,
        Statistics,
        View,
        Sequence,
        EnumType,
        EnumValue,
        Domain,
        DomainCheck,
        Composite,
        Attribute,
        RangeType,
        Routine,
        Grant,
        DefaultPrivilege,
        Publication,
        PublishedTable,
        EventTrigger,
        Collation,
        Operator,
        Cast {

  /** Where it is found in its schema. */
  ObjectRef ref();

  /** Its comment in the database; empty where there is none. */
  String comment();

  /**
   * All that can be compared about it, name and owner apart: canonical texts, empty ones left out.
   * The comment is among them.
   */
  Properties properties();
}
