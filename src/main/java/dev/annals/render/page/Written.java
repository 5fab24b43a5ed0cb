package dev.annals.render.page;

import dev.annals.model.story.Coverage;

/**
 * How much is written down, in numbers.
 *
 * @param tables all of them
 * @param withPage tables with a page that says why
 * @param told tables with a page or a comment
 * @param columns all of them
 * @param columnsTold columns with a note or a comment
 */
record Written(int tables, int withPage, int told, int columns, int columnsTold) {

  static Written of(Coverage coverage) {
    return new Written(
        coverage.tables().size(),
        (int) coverage.tables().stream().filter(t -> t.why() == Coverage.Source.PAGE).count(),
        coverage.tablesTold(),
        coverage.columns(),
        coverage.columnsTold());
  }
}
