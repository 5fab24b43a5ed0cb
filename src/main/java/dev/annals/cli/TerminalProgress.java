package dev.annals.cli;

import dev.annals.app.Progress;
import java.io.PrintWriter;

/** Shows progress on one moving line of a terminal, or in summaries alone where it is none. */
final class TerminalProgress implements Progress {

  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean moving;
  private final boolean verbose;
  private boolean dirty;

  TerminalProgress(PrintWriter err, boolean moving, boolean verbose) {
    this.err = err;
    this.moving = moving;
    this.verbose = verbose;
  }

  @Override
  public synchronized void at(String what, int done, int all, String item) {
    if (moving) {
      err.print(CLEAR + what + " " + done + "/" + all + "  " + printable(item));
      err.flush();
      dirty = true;
    } else if (verbose) {
      err.println(what + " " + done + "/" + all + "  " + printable(item));
    }
  }

  @Override
  public synchronized void done(String what) {
    clear();
    err.println(printable(what));
  }

  @Override
  public synchronized void note(String text) {
    clear();
    err.println("note: " + printable(text));
  }

  private void clear() {
    if (dirty) {
      err.print(CLEAR);
      dirty = false;
    }
  }

  /** File names are not ours: an escape sequence in one must not reach the terminal. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
