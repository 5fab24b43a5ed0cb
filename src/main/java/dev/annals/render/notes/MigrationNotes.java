package dev.annals.render.notes;

import dev.annals.model.history.Commit;
import dev.annals.model.history.Migration;
import java.util.ArrayList;
import java.util.List;

/** Migrations in a list: neighbours of the same description share a line. */
final class MigrationNotes {

  private MigrationNotes() {}

  static List<NotesView.Entry> entries(List<Migration> migrations) {
    List<NotesView.Entry> entries = new ArrayList<>();
    NotesView.Entry open = null;
    for (Migration migration : migrations) {
      NotesView.Entry next = entry(migration);
      boolean joins =
          open != null
              && !next.description().isEmpty()
              && open.description().equals(next.description())
              && open.by().equals(next.by());
      if (joins) {
        entries.remove(entries.size() - 1);
        open =
            new NotesView.Entry(
                open.name() + ", " + next.name(),
                open.description(),
                open.by(),
                open.why().isEmpty() ? next.why() : open.why());
      } else {
        open = next;
      }
      entries.add(open);
    }
    return entries;
  }

  /** What people call it, in a code span: a repeatable one by its file. */
  static String name(Migration migration) {
    return Markdown.code(migration.version().isEmpty() ? migration.script() : migration.version());
  }

  private static NotesView.Entry entry(Migration migration) {
    Commit commit = migration.introduced();
    String by = commit.known() ? commit.author() + ", " + commit.date() : "";
    return new NotesView.Entry(
        name(migration),
        migration.version().isEmpty() ? "" : Markdown.text(migration.description()),
        Markdown.text(by),
        Markdown.text(migration.comment()));
  }
}
