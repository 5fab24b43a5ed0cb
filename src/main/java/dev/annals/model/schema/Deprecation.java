package dev.annals.model.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That an object is to be used no longer, as its comment says: {@code @deprecated since 1.4, use
 * orders.total_cents, remove in 2.0}.
 *
 * @param subject what is deprecated
 * @param since the release that said so first; may be empty
 * @param use what to use instead; may be empty
 * @param remove the release that may remove it; may be empty
 */
public record Deprecation(ObjectRef subject, String since, String use, String remove) {

  private static final Pattern MARK =
      Pattern.compile("(?is)@deprecated\\b[ \\t:]*([^\\n]*?)(?:\\.(?=\\s|$)|\\n|$)");
  private static final Pattern CLAUSE =
      Pattern.compile("(?i)(since|use|removed? in|to be removed in)\\s+(.+)");

  /** What the object's own comment says. */
  public static Optional<Deprecation> of(SchemaObject object) {
    return of(object.ref(), object.comment());
  }

  /** What a text says about an object. */
  public static Optional<Deprecation> of(ObjectRef subject, String text) {
    Matcher mark = MARK.matcher(text);
    if (!text.contains("@deprecated") || !mark.find()) {
      return Optional.empty();
    }
    String since = "";
    String use = "";
    String remove = "";
    for (String part : mark.group(1).split("[,;]")) {
      Matcher clause = CLAUSE.matcher(part.strip());
      if (clause.matches()) {
        String value = clause.group(2).strip();
        switch (clause.group(1).toLowerCase(Locale.ROOT)) {
          case "since" -> since = value;
          case "use" -> use = value;
          default -> remove = value;
        }
      }
    }
    return Optional.of(new Deprecation(subject, since, use, remove));
  }

  /** One sentence about it, without a full stop. */
  public String sentence() {
    return subject.display() + " is deprecated" + details();
  }

  /** One sentence for when it is gone, without a full stop. */
  public String announcement() {
    return "this was announced: deprecated" + details();
  }

  private String details() {
    return (since.isEmpty() ? "" : " since " + since)
        + (use.isEmpty() ? "" : ", to be replaced by " + use)
        + (remove.isEmpty() ? "" : ", to be removed in " + remove);
  }
}
