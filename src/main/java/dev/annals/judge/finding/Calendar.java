package dev.annals.judge.finding;

import dev.annals.model.history.Migration;
import dev.annals.model.story.Release;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells which steps came after a moment that a page names: a migration's version, or a day. */
final class Calendar {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Map<String, Integer> versions = new HashMap<>();
  private final Map<Integer, String> days = new HashMap<>();

  Calendar(Story story) {
    for (Release release : story.releases()) {
      release.steps().forEach(step -> days.put(step, release.cut().date()));
    }
    for (int i = 0; i < story.steps().size(); i++) {
      Migration migration = story.steps().get(i).step().migration();
      versions.put(migration.name(), i);
      versions.put("V" + migration.name(), i);
      if (migration.introduced().known()) {
        days.put(i, migration.introduced().date());
      }
    }
  }

  /** True for the version of a migration and for a day. */
  boolean understands(String moment) {
    return versions.containsKey(moment) || DAY.matcher(moment).matches();
  }

  /** True where the step came later; a step of which no day is known came later than any day. */
  boolean isAfter(int step, String moment) {
    Integer version = versions.get(moment);
    if (version != null) {
      return step > version;
    }
    String day = days.getOrDefault(step, "");
    return day.isEmpty() || day.compareTo(moment) > 0;
  }
}
