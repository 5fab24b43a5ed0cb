package dev.annals.render.html;

import dev.annals.model.schema.ObjectRef;
import java.util.stream.Stream;

/** Makes sentences of what rules say without a capital and a full stop. */
public final class Sentences {

  private Sentences() {}

  /** The text with a capital at its beginning and a full stop at its end; empty for empty. */
  public static String of(String text) {
    return text.isEmpty() ? "" : stopped(Character.toUpperCase(text.charAt(0)) + text.substring(1));
  }

  /** The same, but a text that begins with the subject's own name keeps that name as it is. */
  public static String about(ObjectRef subject, String text) {
    boolean named =
        Stream.of(
                subject.owner(),
                ObjectRef.table(subject.schema(), subject.owner()).display(),
                subject.display())
            .anyMatch(name -> text.startsWith(name + " "));
    return named ? stopped(text) : of(text);
  }

  private static String stopped(String text) {
    boolean ended = !text.isEmpty() && ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0;
    return ended ? text : text + ".";
  }
}
