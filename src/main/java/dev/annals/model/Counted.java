package dev.annals.model;

import java.util.Locale;

/** Numbers of things, in words and for people: a thousand is 1,000. */
public final class Counted {

  private Counted() {}

  /** {@code 1 migration}, {@code 2 migrations}: of a noun whose plural ends in an s. */
  public static String of(long count, String noun) {
    return of(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@code 999}, {@code 12,376}. */
  public static String of(long count) {
    return -1000 < count && count < 1000
        ? Long.toString(count)
        : String.format(Locale.ROOT, "%,d", count);
  }
}
