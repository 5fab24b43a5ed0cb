package dev.annals.model.history;

import java.math.BigInteger;
import java.util.Comparator;

/** Versions of migrations as Flyway compares them: part by part, as numbers. */
public final class VersionOrder {

  /** The lower one first. */
  public static final Comparator<String> LOWEST_FIRST = VersionOrder::compare;

  private VersionOrder() {}

  private static int compare(String one, String other) {
    String[] a = one.split("[._]");
    String[] b = other.split("[._]");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      int order = number(a, i).compareTo(number(b, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger number(String[] parts, int index) {
    return index < parts.length && parts[index].matches("\\d+")
        ? new BigInteger(parts[index])
        : BigInteger.ZERO;
  }
}
