package dev.annals.judge.rules;

import dev.annals.model.Problem;
import dev.annals.model.story.RulePage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the folders of one catalogue's rules, each with a page and an example. */
public final class RuleFolder {

  private static final List<String> PARTS = List.of("## Condition", "## Effect", "## Instead");

  private final String catalogue;

  /**
   * Folders of a catalogue.
   *
   * @param catalogue its folder's name under {@code examples}
   */
  public RuleFolder(String catalogue) {
    this.catalogue = catalogue;
  }

  /** A file of the catalogue's own. */
  String file(String name) {
    return text(name).orElseThrow(() -> missing("catalogue", name));
  }

  /** The page of one rule. */
  public RulePage read(String id) {
    return read(id, "");
  }

  /** The page of one rule, with what was measured on its example. */
  RulePage read(String id, String measured) {
    String page = text(id, "page.md").orElseThrow(() -> missing(id, "page.md"));
    List<String> parts = parts(id, page);
    return new RulePage(
        id,
        page.substring(2, page.indexOf('\n')).trim(),
        parts.get(0),
        parts.get(1),
        parts.get(2),
        text(id, "before.sql").orElseThrow(() -> missing(id, "before.sql")),
        text(id, "migration.sql").orElse(""),
        text(id, "safer.sql").orElse(""),
        text(id, "expected.txt").orElseThrow(() -> missing(id, "expected.txt")),
        measured,
        catalogue);
  }

  /** The three headed parts, in their order. */
  private static List<String> parts(String id, String page) {
    List<String> parts = new ArrayList<>();
    int end = page.length();
    for (int i = PARTS.size() - 1; i >= 0; i--) {
      int start = page.lastIndexOf("\n" + PARTS.get(i) + "\n", end);
      if (start < 0) {
        throw Problem.failure(
            "reading the page of rule " + id + ": it has no part '" + PARTS.get(i) + "'",
            "A rule's page has the parts Condition, Effect and Instead, in this order.");
      }
      parts.add(0, page.substring(start + PARTS.get(i).length() + 2, end).trim());
      end = start;
    }
    return List.copyOf(parts);
  }

  private Optional<String> text(String id, String file) {
    return text(id + "/" + file);
  }

  private Optional<String> text(String path) {
    try (InputStream in =
        RuleFolder.class.getResourceAsStream("/dev/annals/" + catalogue + "/" + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Problem missing(String id, String file) {
    return Problem.failure(
        "reading the page of rule " + id + ": its " + file + " is missing from this build",
        "Build Annals again; the folder examples/" + catalogue + " is part of it.");
  }
}
