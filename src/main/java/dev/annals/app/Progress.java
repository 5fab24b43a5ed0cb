package dev.annals.app;

/** Hears how far the work has come. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void at(String what, int done, int all, String item) {}

        @Override
        public void done(String what) {}

        @Override
        public void note(String text) {}
      };

  /**
   * One step of something long is about to begin.
   *
   * @param what the work: {@code replaying}
   * @param done how many steps came before, plus one
   * @param all how many there are
   * @param item what this step is about
   */
  void at(String what, int done, int all, String item);

  /** A part of the work is done: one line that sums it up. */
  void done(String what);

  /** Something that a careful reader wants to know. */
  void note(String text);
}
