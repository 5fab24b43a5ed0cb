package dev.annals.model.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a change does to readers, writers, data and locks, and whether it can be undone.
 *
 * @param rule the id of the rule that says so; a folder of the rule catalogue
 * @param level how far it goes for users; locks and work never raise it
 * @param readers what statements that read will notice
 * @param writers what statements that write will notice
 * @param data what happens to rows that are there
 * @param lock the strongest lock on a table that existed before
 * @param work what the server has to do to rows
 * @param measured true where lock and work were seen in the replay, false where the rule says so
 * @param reversibility whether it can be taken back
 * @param summary one sentence without a full stop, for this very change: "column orders.total is
 *     gone"
 * @param notes further sentences for this very change, each able to stand alone
 * @param instead the safe way, for this very change; empty where the change is safe as it is
 */
public record Verdict(
    String rule,
    Level level,
    Effect readers,
    Effect writers,
    DataEffect data,
    Lock lock,
    Set<Work> work,
    boolean measured,
    Reversibility reversibility,
    String summary,
    List<String> notes,
    String instead) {

  private static final String THE_TEAM = "the team counts this as ";

  public Verdict {
    work = Collections.unmodifiableSet(new TreeSet<>(work));
    notes = List.copyOf(notes);
  }

  /** True where users can stop working. */
  public boolean breaking() {
    return level == Level.BREAKING;
  }

  /** The same with one more sentence. */
  public Verdict withNote(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return copy(level, summary, more, instead);
  }

  /** The same, going that far for users, since the team says so. */
  public Verdict countedAs(Level other, String reason) {
    return copy(other, summary, notes, instead).withNote(THE_TEAM + other.label() + ": " + reason);
  }

  /** What the team says where it judges otherwise than the rule: one sentence; or nothing. */
  public Optional<String> theTeams() {
    return notes.stream().filter(note -> note.startsWith(THE_TEAM)).findFirst();
  }

  /** The same change in other words, with another way out. */
  public Verdict retold(String newSummary, String newInstead) {
    return copy(level, newSummary, notes, newInstead);
  }

  private Verdict copy(
      Level newLevel, String newSummary, List<String> newNotes, String newInstead) {
    return new Verdict(
        rule,
        newLevel,
        readers,
        writers,
        data,
        lock,
        work,
        measured,
        reversibility,
        newSummary,
        newNotes,
        newInstead);
  }
}
