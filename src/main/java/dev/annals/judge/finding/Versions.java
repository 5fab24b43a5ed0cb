package dev.annals.judge.finding;

import dev.annals.model.change.SemanticVersion;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as teams write them: {@code 2}, {@code 2.0}, {@code v2.0.1}, {@code release-2.0}, {@code
 * 1.2.Final}. What comes before a release ({@code 2.0-RC1}) promises nothing, and has none.
 */
public final class Versions {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:.*[^\\d.])?(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?"
              + "(?:[-.](?:final|release|ga))?");
  private static final Pattern EARLY =
      Pattern.compile(
          "(?i).*\\d\\.\\d+(?:[-+_]\\d|[-+_.]?(?!final|release|ga)[a-z]).*"
              + "|.*\\d[-._]?(?:rc|cr|m|alpha|beta|pre|snapshot)[-._]?\\d*");

  private Versions() {}

  /** The version that a name ends with. */
  public static Optional<SemanticVersion> of(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.matches() && !EARLY.matcher(name).matches()
        ? Optional.of(
            new SemanticVersion(
                number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3))))
        : Optional.empty();
  }

  private static int number(String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }
}
