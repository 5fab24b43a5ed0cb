package dev.annals.extract.rationale;

import dev.annals.extract.rationale.ProjectFiles.Named;
import dev.annals.model.story.Finding;
import dev.annals.model.story.PageLinks;
import dev.annals.model.story.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the records of decisions that a page goes by: those that its front matter lists, and the
 * Markdown files that its section {@code ## Decisions} links to.
 */
final class DecisionFiles {

  private static final Pattern SECTION =
      Pattern.compile("(?ms)^##[ \\t]+Decisions[ \\t]*\\n(.*?)(?=^##[ \\t]|\\z)");
  private static final Pattern LINK =
      Pattern.compile(
          "(?<!!)\\[[^\\]\\n]*]\\([ \\t]*<?([^)\\s>#]+\\.md)(?:#[^)\\s>]*)?>?[ \\t]*\\)");
  private static final Pattern REMOTE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|//).*");

  private final ProjectFiles files;
  private final List<Finding> findings;

  DecisionFiles(ProjectFiles files, List<Finding> findings) {
    this.files = files;
    this.findings = findings;
  }

  /** Their files, from the project's folder. */
  List<String> of(String path, FrontMatter front) {
    Set<String> found = new LinkedHashSet<>();
    for (String each : front.values().texts("decisions")) {
      add(found, path, each, front.values().line("decisions"));
    }
    Matcher section = SECTION.matcher(PageLinks.withoutCode(front.body()));
    if (section.find()) {
      int before = front.bodyLine() + newlines(front.body(), section.start(1));
      Matcher link = LINK.matcher(section.group(1));
      while (link.find()) {
        if (!REMOTE.matcher(link.group(1)).matches()) {
          add(found, path, link.group(1), before + newlines(section.group(1), link.start()));
        }
      }
    }
    return new ArrayList<>(found);
  }

  private static int newlines(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private void add(Set<String> found, String page, String reference, int line) {
    Named named = files.find(page, reference, RationaleReader.LIMIT);
    boolean text = named.path().endsWith(".md");
    if (named.trouble().isEmpty() && text) {
      found.add(named.path());
      return;
    }
    findings.add(
        new Finding(
            "broken-decision",
            Severity.ERROR,
            List.of(),
            "the decision " + reference + " " + (text ? named.trouble() : why(named)),
            named.advice(),
            page,
            line,
            ""));
  }

  private static String why(Named named) {
    return named.trouble().isEmpty() ? "is no Markdown file" : named.trouble();
  }
}
