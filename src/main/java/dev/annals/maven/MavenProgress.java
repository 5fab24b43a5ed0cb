package dev.annals.maven;

import dev.annals.app.Progress;
import org.apache.maven.plugin.logging.Log;

/** Tells Maven's log how far the work is. */
final class MavenProgress implements Progress {

  private final Log log;

  MavenProgress(Log log) {
    this.log = log;
  }

  @Override
  public void at(String what, int done, int all, String item) {
    log.debug(printable(what + " " + done + "/" + all + "  " + item));
  }

  @Override
  public void done(String what) {
    log.info(printable(what));
  }

  @Override
  public void note(String text) {
    log.info("note: " + printable(text));
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
