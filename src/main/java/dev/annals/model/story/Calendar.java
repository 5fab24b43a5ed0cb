package dev.annals.model.story;

import dev.annals.model.history.Migration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells which steps came after a moment that a page names: a migration's version, or a day. */
public final class Calendar {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Map<String, Integer> versions = new HashMap<>();
  private final Map<Integer, String> days = new HashMap<>();

  /** The calendar of a history. */
  public Calendar(List<JudgedStep> steps, List<Release> releases) {
    for (Release release : releases) {
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
