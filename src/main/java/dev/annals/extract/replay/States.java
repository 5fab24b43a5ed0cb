package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * Where the databases of a plan's replays are kept, each as it was after a number of migrations,
 * for replays that begin there.
 */
public interface States {

  /** Nothing is kept. */
  States NONE =
      new States() {
        @Override
        public int nearest(int most) {
          return 0;
        }

        @Override
        public Optional<InputStream> after(int migrations) {
          return Optional.empty();
        }

        @Override
        public void drop(int migrations) {}

        @Override
        public boolean wants(int migrations) {
          return false;
        }

        @Override
        public int wanted() {
          return 0;
        }

        @Override
        public Future<?> keep(int migrations, State state) {
          throw new UnsupportedOperationException("none was wanted");
        }
      };

  /** How much work it is to run so many migrations, for each number of them from none to all. */
  static long[] work(List<PlannedMigration> migrations) {
    return Meeting.work(migrations);
  }

  /** What writes itself. */
  @FunctionalInterface
  interface State {
    /** Writes all of it, later. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The greatest number of migrations after which there is a state.
   *
   * @param most no greater than that
   * @return 0 for none
   */
  int nearest(int most);

  /** The state after a number of migrations; empty where it is gone or damaged. */
  Optional<InputStream> after(int migrations);

  /** Forgets one that turned out to be of no use. */
  void drop(int migrations);

  /** After how many migrations a state would be of most use; 0 where none is wanted. */
  int wanted();

  /** Whether one is wanted there, which is not worth the trouble where another is near. */
  boolean wants(int migrations);

  /**
   * Keeps one.
   *
   * @return done when it is written
   */
  Future<?> keep(int migrations, State state);
}
