package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import dev.annals.render.page.PageNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Why a release is as it is, in the team's own words: decisions of its days, the pages of tables
 * that it brought, the comments of its migrations, and commits where there is no comment.
 */
final class WhyNotes {

  private static final int LONG = 500;

  private final Chronicle chronicle;
  private final Release release;

  private final List<Rationale> pages;

  /**
   * Why a release is as it is.
   *
   * @param pages those of the team's that may say something of it
   */
  WhyNotes(Chronicle chronicle, Release release, List<Rationale> pages) {
    this.chronicle = chronicle;
    this.release = release;
    this.pages = pages;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Rationale page : pages) {
      decisions(page, lines);
    }
    lines.sort(Comparator.naturalOrder());
    for (Rationale page : pages) {
      if (!page.stub() && isNew(page)) {
        String first = PageText.firstParagraph(page.body());
        if (!first.isEmpty()) {
          lines.add(link(page) + ": " + Markdown.text(PageText.cut(first, LONG / 2)));
        }
      }
    }
    migrations(lines);
    return lines;
  }

  /** Lines that begin with a day in bold letters, where it is after the release before. */
  private void decisions(Rationale page, List<String> lines) {
    String to = release.cut().date();
    Optional<Release> before = chronicle.before(release);
    String from = before.map(each -> each.cut().date()).orElse("");
    boolean dated = !to.isEmpty() && (before.isEmpty() || !from.isEmpty());
    Matcher matcher = PageText.DECISION.matcher(page.body());
    while (dated && matcher.find()) {
      String day = matcher.group(1);
      if (day.compareTo(to) <= 0 && day.compareTo(from) > 0) {
        String text = PageText.cut(PageText.plain(matcher.group(2)), LONG);
        lines.add(day + ", " + link(page) + ": " + Markdown.text(text));
      }
    }
  }

  private boolean isNew(Rationale page) {
    return release.changes().stream()
        .filter(judged -> judged.change() instanceof Change.Added)
        .map(judged -> judged.change().subject())
        .anyMatch(ref -> ref.kind().isRelation() && isAbout(page, ref));
  }

  private static boolean isAbout(Rationale page, ObjectRef ref) {
    return ref.names().contains(page.subject());
  }

  /** The page of what it is about, where the site has an address; its name otherwise. */
  private String link(Rationale page) {
    String name = Markdown.code(page.subject());
    String url = chronicle.project().url();
    return chronicle.schema().objects().stream()
        .filter(object -> object.ref().kind().isRelation() && isAbout(page, object.ref()))
        .findFirst()
        .filter(object -> !url.isEmpty())
        .map(
            object ->
                "[%s](%s/%s)"
                    .formatted(name, url.replaceFirst("/+$", ""), PageNames.page(object.ref())))
        .orElse(name);
  }

  private void migrations(List<String> lines) {
    Map<String, Set<String>> said = new LinkedHashMap<>();
    for (int step : release.steps()) {
      Migration migration = chronicle.steps().get(step).step().migration();
      String why = why(migration);
      if (!why.isEmpty()) {
        said.computeIfAbsent(why, key -> new LinkedHashSet<>()).add(MigrationNotes.name(migration));
      }
    }
    said.forEach((why, names) -> lines.add(String.join(", ", names) + ": " + why));
  }

  private static String why(Migration migration) {
    Commit commit = migration.introduced();
    String by = commit.known() ? " (" + Markdown.text(commit.author()) + ")" : "";
    String comment = Reason.of(migration);
    if (!comment.isEmpty()) {
      return Markdown.text(PageText.cut(comment, LONG)) + by;
    }
    boolean says =
        commit.known()
            && !commit.subject().isBlank()
            && !Reason.isRestated(commit.subject(), migration);
    return says ? Markdown.subject(Reason.items(commit.subject())) + by : "";
  }
}
