package dev.annals.model;

/** Numbers of things, in words. */
public final class Counted {

  private Counted() {}

  /** {@code 1 migration}, {@code 2 migrations}: of a noun whose plural ends in an s. */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
