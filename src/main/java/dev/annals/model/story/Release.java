package dev.annals.model.story;

import dev.annals.model.change.Bump;
import dev.annals.model.change.JudgedChange;
import dev.annals.model.change.SemanticVersion;
import dev.annals.model.history.Cut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A cut that the team made: a range of migrations and their net effect.
 *
 * @param cut the cut itself, with its schema
 * @param steps indexes of the steps that it holds and the release before it does not, in order
 * @param changes the net effect, against the release before it: the one that it descends from
 * @param bump the bump that the net effect needs; none for the first, before which there was
 *     nothing
 * @param version the schema version that it ends on; of a release that is none of the main history,
 *     the one that follows from that of the release before it
 */
public record Release(
    Cut cut, List<Integer> steps, List<JudgedChange> changes, Bump bump, SemanticVersion version) {

  /** The name of the release that holds the migrations after the last cut. */
  public static final String UNRELEASED = "Unreleased";

  public Release {
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
  }

  /** True for a release that is none of the main history: it was made beside it. */
  public boolean aside() {
    return cut.line().aside();
  }

  /** The releases of the main history, in their order. */
  public static List<Release> main(List<Release> releases) {
    return releases.stream().anyMatch(Release::aside)
        ? releases.stream().filter(release -> !release.aside()).toList()
        : releases;
  }

  /** The latest first: by their days those that were made beside the main history. */
  public static List<Release> latest(List<Release> releases) {
    List<Release> latest = new ArrayList<>(main(releases));
    Collections.reverse(latest);
    for (Release release : releases) {
      if (release.aside()) {
        int place = 0;
        while (place < latest.size() && !latest.get(place).isBy(release.cut.date())) {
          place++;
        }
        latest.add(place, release);
      }
    }
    return latest;
  }

  private boolean isBy(String day) {
    return !cut.date().isEmpty() && cut.date().compareTo(day) <= 0;
  }

  /** Index of the release before one of a list: the one that it descends from; -1 for the first. */
  public static int before(List<Release> releases, int number) {
    return releases.get(number).cut.line().before(number, i -> releases.get(i).cut.name());
  }
}
