package dev.annals.model.schema;

import java.util.List;

/**
 * A trigger of the whole database, which fires where something is defined, dropped or rewritten.
 *
 * @param name its name
 * @param event {@code ddl_command_start}, {@code ddl_command_end}, {@code sql_drop}, {@code
 *     table_rewrite} or {@code login}
 * @param tags the commands that it fires for, sorted; empty for all
 * @param function the schema-qualified routine it calls
 * @param enabled {@code origin}, {@code disabled}, {@code replica} or {@code always}
 * @param owner the role that owns it
 * @param comment its comment; empty where there is none
 */
public record EventTrigger(
    String name,
    String event,
    List<String> tags,
    String function,
    String enabled,
    String owner,
    String comment)
    implements SchemaObject {

  public EventTrigger {
    tags = tags.stream().sorted().toList();
  }

  /** True where it never fires. */
  public boolean disabled() {
    return enabled.equals("disabled");
  }

  @Override
  public ObjectRef ref() {
    return ObjectRef.of(ObjectKind.EVENT_TRIGGER, "", name);
  }

  @Override
  public Properties properties() {
    return Properties.builder()
        .and(Property.EVENT, event)
        .and(Property.TAGS, tags)
        .and(Property.FUNCTION, function)
        .and(Property.ENABLED, enabled)
        .and(Property.OWNER, owner)
        .and(Property.COMMENT, comment)
        .build();
  }
}
