package dev.annals.judge.rules;

import dev.annals.model.schema.Column;
import dev.annals.model.schema.ObjectRef;
import java.util.regex.Pattern;

/** Whether a statement that gives a time another type says whose clock it is. */
final class NamedZone {

  /** Beside a verdict: what saying it costs. */
  static final String COST = "An expression in USING has every row written anew, whatever the zone";

  static final String CHEAPER =
      "Where that zone is UTC: SET LOCAL timezone = 'UTC' and leave USING out, and no row is written";

  private NamedZone() {}

  /** True where its {@code USING} has {@code AT TIME ZONE}. */
  static boolean in(TypeChange type, ChangeContext context) {
    Column column = type.altered().after();
    ObjectRef table = ObjectRef.table(column.schema(), column.relation());
    String action = "(?:(?!\\balter\\b).)*?";
    Pattern named =
        Pattern.compile(
            "(?is)\\balter\\s+(?:column\\s+)?\"?%s\"?\\s+(?:set\\s+data\\s+)?type\\b%susing\\b%s(?:\\bat\\s+time\\s+zone\\b|\\btimezone\\s*\\().*"
                .formatted(Pattern.quote(column.name()), action, action));
    return context.route().shaping(table).stream()
        .anyMatch(stop -> named.matcher(stop.code()).find());
  }
}
