package dev.annals.render.notes;

import dev.annals.model.change.Change;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Rationale;
import dev.annals.model.story.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Which of the team's pages have something to say about why a release is as it is. */
public final class Reasons {

  private final Chronicle chronicle;
  private final Map<String, Set<Integer>> pagesOfSubject = new HashMap<>();
  private final Map<Integer, Set<String>> daysOfPage = new HashMap<>();

  /** Those of a story. */
  public Reasons(Chronicle chronicle) {
    this.chronicle = chronicle;
    List<Rationale> pages = chronicle.rationale();
    for (int i = 0; i < pages.size(); i++) {
      pagesOfSubject.computeIfAbsent(pages.get(i).subject(), key -> new HashSet<>()).add(i);
      Matcher matcher = PageText.DECISION.matcher(pages.get(i).body());
      while (matcher.find()) {
        daysOfPage.computeIfAbsent(i, key -> new HashSet<>()).add(matcher.group(1));
      }
    }
  }

  /** Whether they are of that very story: to compare whole ones would be costly. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Chronicle other) {
    return chronicle == other;
  }

  /** The pages of what the release brought and those with a decision of its days, in order. */
  public List<Rationale> of(Release release) {
    Set<Integer> found = new TreeSet<>();
    for (JudgedChange judged : release.changes()) {
      ObjectRef ref = judged.change().subject();
      if (judged.change() instanceof Change.Added && ref.kind().isRelation()) {
        ref.names().forEach(name -> found.addAll(pagesOfSubject.getOrDefault(name, Set.of())));
      }
    }
    String to = release.cut().date();
    Optional<Release> before = chronicle.before(release);
    String from = before.map(each -> each.cut().date()).orElse("");
    if (!to.isEmpty() && (before.isEmpty() || !from.isEmpty())) {
      daysOfPage.forEach(
          (page, days) -> {
            if (days.stream().anyMatch(day -> day.compareTo(to) <= 0 && day.compareTo(from) > 0)) {
              found.add(page);
            }
          });
    }
    List<Rationale> pages = new ArrayList<>();
    found.forEach(page -> pages.add(chronicle.rationale().get(page)));
    return pages;
  }
}
