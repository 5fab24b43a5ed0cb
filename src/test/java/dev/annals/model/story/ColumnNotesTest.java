package dev.annals.model.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Notes on columns, and the footnotes that stand at the end of their page. */
class ColumnNotesTest {

  @Test
  void aNoteHasTheFootnotesThatItRefersTo() {
    ColumnNotes notes =
        ColumnNotes.of(
            """
            Why.[^2]

            ## Columns
            ### mail
            Lower case.[^1]

            ### name
            As it was given.

            [^1]: Since 2021.
            [^2]: By law.
            """);
    assertEquals("Lower case.[^1]\n\n[^1]: Since 2021.", notes.whole("mail"));
    assertEquals("As it was given.", notes.whole("name"));
    assertEquals("", notes.whole("nothing"));
    assertEquals("Why.[^2]\n\n\n\n[^1]: Since 2021.\n\n[^2]: By law.\n", notes.rest());
  }
}
