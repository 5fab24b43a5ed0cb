package dev.annals.app;

import java.util.ArrayList;
import java.util.List;

/** Hands on what is told, and remembers the notes. */
final class NotingProgress implements Progress {

  private final Progress to;
  private final List<String> notes = new ArrayList<>();

  NotingProgress(Progress to) {
    this.to = to;
  }

  @Override
  public void at(String what, int done, int all, String item) {
    to.at(what, done, all, item);
  }

  @Override
  public void done(String what) {
    to.done(what);
  }

  @Override
  public synchronized void note(String text) {
    notes.add(text);
    to.note(text);
  }

  /** The notes so far. */
  synchronized List<String> notes() {
    return List.copyOf(notes);
  }
}
