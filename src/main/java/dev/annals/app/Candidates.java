package dev.annals.app;

import java.util.regex.Pattern;

/** Names of tags that come before the release that they are to become. */
final class Candidates {

  private static final String SIGN =
      "[-._+]?(?:rc|cr|m|milestone|alpha|beta|pre|preview|snapshot)[-._]?\\d*";
  private static final Pattern EARLY = Pattern.compile("(?i)" + SIGN);
  private static final Pattern END = Pattern.compile("(?i)(?<=\\d)" + SIGN + "$");

  private Candidates() {}

  /** True for a candidate ({@code v2.0-RC1}) of a release ({@code v2.0}). */
  static boolean isOf(String candidate, String release) {
    return candidate.startsWith(release)
        && EARLY.matcher(candidate.substring(release.length())).matches();
  }

  /** The name of the release that a tag is a candidate of; its own where it is none. */
  static String release(String name) {
    return END.matcher(name).replaceFirst("");
  }
}
