package dev.annals.model.story;

import dev.annals.model.history.Migration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells which steps came after a moment that a page names: a migration's version, or a day. */
public final class Calendar {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Map<String, Integer> versions = new HashMap<>();

  /** By the names of releases the steps that they hold. */
  private final Map<String, BitSet> releases = new HashMap<>();

  private final Map<Integer, String> days = new HashMap<>();

  /** The calendar of a history. */
  public Calendar(List<JudgedStep> steps, List<Release> releases) {
    List<BitSet> held = new ArrayList<>();
    for (int i = 0; i < releases.size(); i++) {
      Release release = releases.get(i);
      int before = Release.before(releases, i);
      BitSet own = before < 0 ? new BitSet() : (BitSet) held.get(before).clone();
      release.steps().forEach(own::set);
      held.add(own);
      if (!release.steps().isEmpty()) {
        this.releases.put(release.cut().name(), own);
      }
    }
    for (Release release : Release.main(releases)) {
      release.steps().forEach(step -> days.put(step, release.cut().date()));
    }
    for (int i = 0; i < steps.size(); i++) {
      Migration migration = steps.get(i).step().migration();
      versions.put(migration.name(), i);
      versions.put("V" + migration.name(), i);
      if (migration.introduced().known()) {
        days.put(i, migration.introduced().date());
      }
    }
  }

  /** True for the version of a migration and for a day. */
  public boolean understands(String moment) {
    return versions.containsKey(moment) || DAY.matcher(moment).matches();
  }

  /** True for a release too. */
  public boolean knows(String moment) {
    return releases.containsKey(moment) || understands(moment);
  }

  /** True where the step came after a release, migration or day; a release's name goes first. */
  public boolean isSince(int step, String moment) {
    BitSet held = releases.get(moment);
    return held == null ? isAfter(step, moment) : !held.get(step);
  }

  /** True where the step's day is known, and later. */
  public boolean isSurelyAfter(int step, String day) {
    String known = days.getOrDefault(step, "");
    return !known.isEmpty() && known.compareTo(day) > 0;
  }

  /** True where the step came later; a step of which no day is known came later than any day. */
  public boolean isAfter(int step, String moment) {
    Integer version = versions.get(moment);
    if (version != null) {
      return step > version;
    }
    String day = days.getOrDefault(step, "");
    return day.isEmpty() || day.compareTo(moment) > 0;
  }
}
