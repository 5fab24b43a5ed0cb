package dev.annals.model.story;

import dev.annals.model.history.Commit;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One Markdown page of the team's own.
 *
 * @param path the file, from the project's folder
 * @param subject what it is about: {@code orders}, {@code warehouse.bin}, {@code areas/billing} or
 *     {@code index}
 * @param owners who answers for it
 * @param tags free words
 * @param area the subject area it belongs to; empty where it does not say
 * @param status {@code active}, {@code deprecated}, …; empty where it does not say
 * @param reviewed the migration version or day at which it was last read; empty where it does not
 *     say
 * @param extra further front matter, as texts
 * @param body the Markdown below the front matter
 * @param bodyLine the line of the file on which the body starts, counted from 1
 * @param touched the commit that last touched the file
 */
public record Rationale(
    String path,
    String subject,
    List<String> owners,
    List<String> tags,
    String area,
    String status,
    String reviewed,
    SortedMap<String, String> extra,
    String body,
    int bodyLine,
    Commit touched) {

  public Rationale {
    owners = List.copyOf(owners);
    tags = List.copyOf(tags);
    extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
  }

  /** True where the page is only a beginning: nobody has written yet why its subject is there. */
  public boolean stub() {
    return status.equalsIgnoreCase("stub");
  }
}
