package dev.annals.model.site;

import java.util.Locale;
import java.util.Optional;

/** What the pages of a site are written in. */
public enum SiteFormat {
  /** Pages that a browser shows. */
  HTML,
  /** Pages for wikis, and for what makes sites of Markdown. */
  MARKDOWN;

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format that users call so; empty for no such format. */
  public static Optional<SiteFormat> of(String label) {
    for (SiteFormat format : values()) {
      if (format.label().equals(label)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
