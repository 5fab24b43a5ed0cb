package dev.annals.extract.replay;

import dev.annals.extract.history.PlannedMigration;
import java.util.List;

/**
 * Where two replays of one plan meet: one records from the beginning, the other runs ahead
 * unwatched and records from the step on from which both have as much left to do.
 */
final class Meeting {

  /** What it takes to record a step costs as much as some eight statements (measured). */
  private static final int RECORDING = 8;

  /** Rows that are filled in are sent together. */
  private static final int STATEMENTS = 400;

  private final long[] work;
  private int reached;
  private int end;
  private boolean over;

  private Meeting(long[] work, int first) {
    this.work = work;
    this.reached = first;
    this.end = work.length - 1;
  }

  /** Somewhere in these migrations, of which the first are not to be recorded. */
  static Meeting in(List<PlannedMigration> migrations, int first) {
    return new Meeting(work(migrations), first);
  }

  /** What it takes to run and record so many of them, for each number of them from none to all. */
  static long[] work(List<PlannedMigration> migrations) {
    long[] work = new long[migrations.size() + 1];
    for (int i = 0; i < migrations.size(); i++) {
      long statements = migrations.get(i).migration().sql().chars().filter(c -> c == ';').count();
      work[i + 1] = work[i] + RECORDING + Math.min(statements, STATEMENTS);
    }
    return work;
  }

  /** At a step, whoever is faster. */
  Meeting at(int step) {
    end = step;
    return this;
  }

  /**
   * Whether the one that records goes on with this step; the other has it and what follows else.
   */
  synchronized boolean records(int step) {
    reached = step;
    return step < end;
  }

  /** Whether the one that runs ahead is to record from this step on. */
  synchronized boolean turns(int step) {
    if (end < work.length - 1) {
      return step == end;
    }
    if (step > reached && between(reached, step) >= between(step, work.length - 1)) {
      end = step;
      return true;
    }
    return false;
  }

  /** Whether to run ahead is of use still. */
  synchronized boolean goesOn(int step) {
    // half of what is left is run unwatched, in less than half of the time
    over |= step < reached && between(step, reached) > between(reached, work.length - 1) / 2;
    return !over;
  }

  /** The step at which both are at their end. */
  int last() {
    return work.length - 1;
  }

  /** Nobody runs ahead any more: all is to be recorded by one. */
  synchronized void cancel() {
    over = true;
    end = work.length - 1;
  }

  private long between(int from, int to) {
    return work[to] - work[from];
  }
}
