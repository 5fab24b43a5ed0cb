package dev.annals.model.story;

import dev.annals.model.history.Commit;
import dev.annals.model.schema.ObjectRef;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One Markdown page of the team's own.
 *
 * @param path the file, from the project's folder
 * @param subject what it says that it is about: {@code orders}, {@code warehouse.bin}, {@code
 *     areas/billing}, {@code index}, or {@code decisions/} with the file of a decision
 * @param owners who answers for it
 * @param tags free words
 * @param area the subject area it belongs to; empty where it does not say
 * @param status {@code active}, {@code deprecated}, {@code stub}, …; empty where it does not say
 * @param reviewed the migration version or day at which it was last read; empty where it does not
 *     say
 * @param supersedes what its subject has taken the place of
 * @param decisions files of decisions that it goes by, from the project's folder
 * @param images the pictures that it shows: as they are written in the page, and the files, from
 *     the project's folder
 * @param extra further front matter, as texts
 * @param body the Markdown below the front matter
 * @param bodyLine the line of the file on which the body starts, counted from 1
 * @param touched the commit that last touched the file
 * @param about what it is about, as that is called now: one object, or none; found by the judge
 * @param since what happened to its subject, in a way that matters, after it was last read; found
 *     by the judge
 */
public record Rationale(
    String path,
    String subject,
    List<String> owners,
    List<String> tags,
    String area,
    String status,
    String reviewed,
    List<String> supersedes,
    List<String> decisions,
    SortedMap<String, String> images,
    SortedMap<String, String> extra,
    String body,
    int bodyLine,
    Commit touched,
    List<ObjectRef> about,
    List<Lifeline.Event> since) {

  /** What the subject of a decision's page begins with. */
  public static final String DECISION = "decisions/";

  /** What the subject of an area's page begins with. */
  public static final String AREA = "areas/";

  private static final String NO_FILE = "/\\:*?\"<>|";

  /** True where a page can be called what it is about, on every file system. */
  public static boolean canBeFile(String subject) {
    return !subject.startsWith(".")
        && subject.chars().noneMatch(c -> c < ' ' || NO_FILE.indexOf(c) >= 0);
  }

  public Rationale {
    owners = List.copyOf(owners);
    tags = List.copyOf(tags);
    supersedes = List.copyOf(supersedes);
    decisions = List.copyOf(decisions);
    images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    extra = Collections.unmodifiableSortedMap(new TreeMap<>(extra));
    about = List.copyOf(about);
    since = List.copyOf(since);
  }

  /** True where the page is only a beginning: nobody has written yet why its subject is there. */
  public boolean stub() {
    return status.equalsIgnoreCase("stub");
  }

  /** True for pages that are about no single object. */
  public boolean general() {
    return subject.equals("index") || subject.startsWith(AREA) || subject.startsWith(DECISION);
  }

  /** Its heading, else what its front matter calls it, else nothing. */
  public String title() {
    String first = body.strip().lines().findFirst().orElse("");
    return extra.containsKey("title")
        ? extra.get("title")
        : first.startsWith("# ") ? first.substring(2).strip() : "";
  }

  /** The text without the heading that repeats its title. */
  public String text() {
    return body.stripLeading().replaceFirst("\\A# [^\\n]*(\\n|\\z)", "");
  }

  /** The body without what {@code annals init} told in a stub: a site shows it anyway. */
  public String bodyToShow() {
    return stub() ? body.replaceFirst("(?ms)^## What is known[ \\t]*\\n.*?(?=^## |\\z)", "") : body;
  }

  /** The same with what a judge has found out about it. */
  public Rationale judged(List<ObjectRef> about, List<Lifeline.Event> since) {
    return new Rationale(
        path,
        subject,
        owners,
        tags,
        area,
        status,
        reviewed,
        supersedes,
        decisions,
        images,
        extra,
        body,
        bodyLine,
        touched,
        about,
        since);
  }
}
