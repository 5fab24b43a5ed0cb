package dev.annals.judge;

import dev.annals.model.history.Migration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is still in somebody's hands, where nobody cuts releases: what git saw in the month before
 * the newest migration or edit. Where git says nothing, all of it is.
 */
public final class Recency {

  private static final int DAYS = 30;

  private final String from;

  /** The recency of a history's migrations. */
  public Recency(Collection<Migration> migrations) {
    Optional<String> newest =
        migrations.stream()
            .flatMap(each -> Stream.concat(Stream.of(each.introduced()), each.edits().stream()))
            .map(commit -> commit.date())
            .filter(date -> !date.isEmpty())
            .max(Comparator.naturalOrder());
    this.from = newest.map(Recency::before).orElse("");
  }

  private static String before(String date) {
    try {
      return LocalDate.parse(date).minusDays(DAYS).toString();
    } catch (DateTimeParseException e) {
      return "";
    }
  }

  /** True for a day that lies behind; no day at all does not. */
  public boolean isPast(String date) {
    return !date.isEmpty() && date.compareTo(from) < 0;
  }
}
