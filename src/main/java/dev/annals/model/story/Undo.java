package dev.annals.model.story;

import java.util.List;

/** What the team's own undo script of a migration is worth: it was tried on empty tables. */
public sealed interface Undo {

  /** The script, from the project's folder; empty where there is none. */
  String path();

  /** The team has written none. */
  record Missing() implements Undo {
    @Override
    public String path() {
      return "";
    }
  }

  /**
   * It gives the schema that was there before the migration.
   *
   * @param moved columns that came back at another place
   */
  record Restores(String path, List<String> moved) implements Undo {
    public Restores {
      moved = List.copyOf(moved);
    }
  }

  /**
   * It runs, and gives another schema.
   *
   * @param differences what is different, in words, without full stops; at least one
   */
  record Differs(String path, List<String> differences) implements Undo {
    public Differs {
      differences = List.copyOf(differences);
    }
  }

  /**
   * It does not run.
   *
   * @param line the line in its file, counted from 1; 0 where none is to blame
   * @param message the server's message
   */
  record Fails(String path, int line, String message) implements Undo {}

  /**
   * It was not run.
   *
   * @param reason why not, without a full stop
   */
  record Untried(String path, String reason) implements Undo {}
}
