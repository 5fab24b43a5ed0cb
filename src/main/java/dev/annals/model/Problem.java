package dev.annals.model;

/**
 * Something that stops the work and that a user can understand: <em>what we were doing, to what:
 * what went wrong</em>, then <em>what to do</em>. Everything else that is thrown is a defect of
 * ours.
 */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Whose move it is; decides the exit code. */
  public enum Kind {
    /** Wrong usage or configuration: exit code 2. */
    USAGE,
    /** Could not read, connect, replay or write: exit code 3. */
    FAILURE
  }

  private final Kind kind;
  private final String advice;

  private Problem(Kind kind, String message, String advice, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.advice = advice;
  }

  /** Wrong usage or configuration. */
  public static Problem usage(String message, String advice) {
    return new Problem(Kind.USAGE, message, advice, null);
  }

  /** Something could not be read, reached, replayed or written. */
  public static Problem failure(String message, String advice) {
    return new Problem(Kind.FAILURE, message, advice, null);
  }

  /** Something could not be read, reached, replayed or written, because of {@code cause}. */
  public static Problem failure(String message, String advice, Throwable cause) {
    return new Problem(Kind.FAILURE, message, advice, cause);
  }

  /** Whose move it is. */
  public Kind kind() {
    return kind;
  }

  /** What to do about it; may be empty, may have several lines. */
  public String advice() {
    return advice;
  }
}
