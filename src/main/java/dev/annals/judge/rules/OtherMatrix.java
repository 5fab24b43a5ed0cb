package dev.annals.judge.rules;

import static dev.annals.judge.rules.Conversion.HOST_BITS_LOST;
import static dev.annals.judge.rules.Conversion.JSON_PARSED;
import static dev.annals.judge.rules.Conversion.JSON_PRINTED;
import static dev.annals.judge.rules.Conversion.OTHER_TYPE_SAME_BYTES;
import static dev.annals.judge.rules.Conversion.SAME_BYTES;
import static dev.annals.judge.rules.Conversion.SECONDS_ROUNDED;
import static dev.annals.judge.rules.Conversion.TEXT_SHORTENED;
import static dev.annals.judge.rules.Conversion.TIME_PART_LOST;
import static dev.annals.judge.rules.Conversion.UNKNOWN;
import static dev.annals.judge.rules.Conversion.VALUE_KEPT;
import static dev.annals.judge.rules.Conversion.ZONE_ADDED;
import static dev.annals.judge.rules.Conversion.ZONE_DROPPED;

import java.util.Map;

/** The part of the type matrix that is about times, bits, addresses and JSON. */
final class OtherMatrix {

  private static final String TIMESTAMP = "timestamp without time zone";
  private static final String TIMESTAMPTZ = "timestamp with time zone";
  private static final String TIME = "time without time zone";
  private static final String TIMETZ = "time with time zone";

  /** Pairs of different types, "from > to", that need no look at modifiers. */
  private static final Map<String, Conversion> PAIRS =
      Map.ofEntries(
          Map.entry(TIMESTAMP + " > date", TIME_PART_LOST),
          Map.entry(TIMESTAMPTZ + " > date", TIME_PART_LOST),
          Map.entry(TIMESTAMP + " > " + TIME, TIME_PART_LOST),
          Map.entry(TIMESTAMPTZ + " > " + TIME, TIME_PART_LOST),
          Map.entry(TIMESTAMPTZ + " > " + TIMETZ, TIME_PART_LOST),
          Map.entry(TIMESTAMP + " > " + TIMESTAMPTZ, ZONE_ADDED),
          Map.entry("date > " + TIMESTAMPTZ, ZONE_ADDED),
          Map.entry(TIME + " > " + TIMETZ, ZONE_ADDED),
          Map.entry(TIMESTAMPTZ + " > " + TIMESTAMP, ZONE_DROPPED),
          Map.entry(TIMETZ + " > " + TIME, ZONE_DROPPED),
          Map.entry("date > " + TIMESTAMP, VALUE_KEPT),
          Map.entry(TIME + " > interval", VALUE_KEPT),
          Map.entry("cidr > inet", OTHER_TYPE_SAME_BYTES),
          Map.entry("inet > cidr", HOST_BITS_LOST),
          Map.entry("macaddr > macaddr8", VALUE_KEPT),
          Map.entry("json > jsonb", JSON_PARSED),
          Map.entry("jsonb > json", JSON_PRINTED));

  private OtherMatrix() {}

  /** The conversion, where neither of the two is a text or a number. */
  static Conversion conversion(TypeText from, TypeText to) {
    if (!from.name().equals(to.name())) {
      return PAIRS.getOrDefault(from.name() + " > " + to.name(), UNKNOWN);
    }
    if (from.is(TIMESTAMP, TIMESTAMPTZ, TIME, TIMETZ, "interval")) {
      return to.secondDigits() >= from.secondDigits() ? SAME_BYTES : SECONDS_ROUNDED;
    }
    if (from.is("bit varying")) {
      return to.limit() >= from.limit() ? SAME_BYTES : TEXT_SHORTENED;
    }
    return UNKNOWN;
  }
}
