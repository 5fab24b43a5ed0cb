package dev.annals.judge.design;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sort of value a type holds, by the server's own name for it. */
final class Types {

  private static final Pattern LENGTH = Pattern.compile("\\((\\d+)\\)");

  private Types() {}

  static boolean isText(String type) {
    return type.equals("text") || isLimited(type) || isPadded(type) || type.endsWith("citext");
  }

  /** {@code varchar}, with or without a limit. */
  static boolean isLimited(String type) {
    return type.startsWith("character varying") && !isArray(type);
  }

  /** {@code char(n)}. */
  static boolean isPadded(String type) {
    return (type.equals("character") || type.startsWith("character(")) && !isArray(type);
  }

  static boolean isInteger(String type) {
    return type.equals("integer") || type.equals("bigint") || type.equals("smallint");
  }

  static boolean isFloat(String type) {
    return type.equals("real") || type.equals("double precision");
  }

  static boolean isNumber(String type) {
    return isInteger(type) || isFloat(type) || type.startsWith("numeric");
  }

  static boolean isMoment(String type) {
    return type.startsWith("timestamp") && !isArray(type);
  }

  static boolean isLocalMoment(String type) {
    return isMoment(type) && type.endsWith("without time zone");
  }

  static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  /** The limit of a text type; 0 where there is none. */
  static int length(String type) {
    Matcher matcher = LENGTH.matcher(type);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** The greatest value of an integer type, as people say it. */
  static String greatest(String type) {
    return switch (type) {
      case "smallint" -> "32,767";
      case "integer" -> "2,147,483,647";
      default -> "9,223,372,036,854,775,807";
    };
  }
}
