package dev.annals.judge.witness;

import dev.annals.model.schema.Domain;
import dev.annals.model.schema.DomainCheck;
import dev.annals.model.schema.EnumValue;
import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that a column may hold, as literals: the plain ones first, then those at the edges. */
final class Samples {

  private static final Pattern TEXT = Pattern.compile("(~~?\\*?)?\\)? ?'((?:[^']|'')*+)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d{1,9}(?:\\.\\d{1,9})?");
  private static final Pattern LENGTH = Pattern.compile("length\\([^>]*\\) (>=|>) (\\d{1,3})");
  private static final Pattern TYPE =
      Pattern.compile("(?:\"?(?<schema>\\w+)\"?\\.)?\"?(?<name>[^\"(]+)\"?.*");

  private final Schema schema;
  private final Map<String, String> parts = new HashMap<>();

  Samples(Schema schema) {
    this.schema = schema;
  }

  /**
   * Values of a type, those that its conditions speak of first.
   *
   * @param type the server's text of it
   * @param conditions expressions that a value may have to meet
   */
  List<String> of(String type, Collection<String> conditions) {
    Set<String> values = new LinkedHashSet<>(likely(type, conditions));
    values.addAll(plain(baseType(type), part(baseType(type), "name")));
    return List.copyOf(values);
  }

  /** Those values of a type that its conditions speak of; some plain ones if there are none. */
  List<String> likely(String type, Collection<String> conditions) {
    String schemaName = part(type, "schema");
    String name = part(type, "name");
    Set<String> values = new LinkedHashSet<>();
    if (!type.endsWith("[]")) {
      for (EnumValue value : schema.partsOf(schemaName, name, EnumValue.class)) {
        values.add(Sql.text(value.name()));
      }
    }
    if (domain(type).isPresent()) {
      List<String> all = new ArrayList<>(conditions);
      schema
          .partsOf(schemaName, name, DomainCheck.class)
          .forEach(check -> all.add(check.expression()));
      return likely(domain(type).get().baseType(), all);
    }
    boolean number = isNumber(name);
    for (String condition : conditions) {
      (number ? numbers(condition) : texts(condition))
          .stream().filter(value -> isOf(name, value)).forEach(values::add);
    }
    List<String> plain = plain(type, name);
    return values.isEmpty() ? plain.subList(0, Math.min(2, plain.size())) : List.copyOf(values);
  }

  private String baseType(String type) {
    return domain(type).map(domain -> baseType(domain.baseType())).orElse(type);
  }

  private Optional<Domain> domain(String type) {
    return schema
        .find(ObjectRef.of(ObjectKind.DOMAIN, part(type, "schema"), part(type, "name")))
        .map(Domain.class::cast);
  }

  /** True where a type itself refuses null. */
  boolean isNotNullDomain(String type) {
    return domain(type).filter(domain -> !domain.nullable()).isPresent();
  }

  private String part(String type, String group) {
    return parts.computeIfAbsent(group + " " + type, key -> read(type, group));
  }

  private static String read(String type, String group) {
    Matcher matcher = TYPE.matcher(type);
    String part = matcher.matches() ? matcher.group(group) : "";
    return part == null ? "public" : part.strip();
  }

  /** Where a condition speaks of several columns, a literal may be of another one's type. */
  private static boolean isOf(String type, String literal) {
    return switch (type) {
      case "uuid" -> literal.matches("'[0-9a-fA-F-]{36}'");
      case "date",
          "timestamp",
          "timestamp without time zone",
          "timestamp with time zone",
          "time",
          "time without time zone",
          "time with time zone" ->
          literal.matches("'(\\d|-?infinity|now|epoch).*");
      case "boolean" -> literal.matches("'(t|f|true|false|on|off|yes|no|1|0)'");
      case "json", "jsonb" -> literal.matches("(?s)'\\s*[\\[{\"].*");
      default -> true;
    };
  }

  private static boolean isNumber(String name) {
    return Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "money")
        .contains(name);
  }

  private static List<String> numbers(String condition) {
    List<String> values = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(condition);
    while (matcher.find() && values.size() < 12) {
      BigDecimal number = new BigDecimal(matcher.group());
      values.add(number.add(BigDecimal.ONE).toPlainString());
      values.add(number.toPlainString());
      values.add(number.subtract(BigDecimal.ONE).toPlainString());
    }
    return values;
  }

  /** Literals of a condition, and who sends the statement where the condition asks for that. */
  private static List<String> texts(String condition) {
    List<String> values = new ArrayList<>();
    Matcher matcher = TEXT.matcher(condition);
    while (matcher.find() && values.size() < 12) {
      String literal = matcher.group(2).replace("''", "'");
      String operator = String.valueOf(matcher.group(1));
      if (operator.startsWith("~~")) {
        values.add(Sql.text(PatternText.like(literal)));
      } else if (operator.startsWith("~")) {
        PatternText.of(literal).ifPresent(text -> values.add(Sql.text(text)));
      } else {
        values.add(Sql.text(literal));
      }
    }
    Matcher length = LENGTH.matcher(condition);
    if (length.find()) {
      int least = Integer.parseInt(length.group(2)) + (length.group(1).equals(">") ? 1 : 0);
      List.of("a", "b", "c").forEach(letter -> values.add(Sql.text(letter.repeat(least))));
    }
    if (values.isEmpty() && condition.contains("upper(")) {
      values.addAll(List.of("'AB'", "'CD'", "'EF'"));
    }
    if (values.isEmpty() && condition.contains("lower(")) {
      values.addAll(List.of("'ab'", "'cd'", "'ef'"));
    }
    if (condition.contains("CURRENT_USER")) {
      values.add(0, "current_user");
    }
    return values;
  }

  private List<String> plain(String type, String name) {
    if (type.endsWith("[]")) {
      return List.of("'{}'", "'{null}'");
    }
    if (!schema.partsOf(part(type, "schema"), name, EnumValue.class).isEmpty()) {
      return List.of();
    }
    return switch (name) {
      case "smallint" -> List.of("1", "2", "0", "-1", "30000");
      case "integer" -> List.of("1", "2", "0", "-1", "100000", "2147483647");
      case "bigint" -> List.of("1", "2", "0", "-1", "3000000000", "9007199254740993");
      case "numeric" -> Digits.numeric(type);
      case "real", "double precision" -> List.of("1", "0", "-1", "1.5", "1e10");
      case "money" -> List.of("'1'", "'0'");
      case "boolean" -> List.of("true", "false");
      case "character varying", "character", "text", "name" -> Digits.text(type);
      case "date" -> List.of("'2024-02-29'", "'2025-03-01'", "'1999-12-31'");
      case "timestamp", "timestamp without time zone" ->
          List.of("'2024-02-29 12:00:00'", "'2024-02-29 12:34:56.789012'");
      case "timestamp with time zone" ->
          List.of("'2024-02-29 12:00:00+00'", "'2024-02-29 12:34:56.789012+00'");
      case "time", "time without time zone", "time with time zone" ->
          List.of("'12:00:00'", "'12:34:56.789012'");
      case "interval" -> List.of("'1 day'", "'12:34:56.789012'");
      case "uuid" ->
          List.of(
              "'8f14e45f-ceea-467f-a0e6-1c5d3a9b2f10'",
              "'8f14e45f-ceea-467f-a0e6-1c5d3a9b2f11'",
              "'8f14e45f-ceea-467f-a0e6-1c5d3a9b2f12'");
      case "json", "jsonb" -> List.of("'{}'", "'{\"b\": 1, \"a\": 2}'", "'[]'");
      case "xml" -> List.of("'<a/>'");
      case "bytea" -> List.of("'\\x00'");
      case "inet" -> List.of("'10.0.0.1/8'", "'10.0.0.0/8'");
      case "cidr" -> List.of("'10.0.0.0/8'");
      case "macaddr" -> List.of("'08:00:2b:01:02:03'");
      case "bit", "bit varying" -> List.of("B'1'", "B'0'");
      case "point" -> List.of("'(0,0)'");
      case "daterange" -> List.of("'[2024-02-01,2024-03-01)'", "'[2024-03-01,2024-04-01)'");
      case "tsrange", "tstzrange" ->
          List.of("'[2024-02-01 12:00,2024-02-01 14:00)'", "'[2024-02-01 14:00,2024-02-01 16:00)'");
      case "int4range", "int8range", "numrange" -> List.of("'[1,5)'", "'[5,9)'");
      case "tsvector", "hstore" -> List.of("''");
      default -> List.of("'a'", "'1'", "'(,)'", "'x@example.org'", "null");
    };
  }
}
