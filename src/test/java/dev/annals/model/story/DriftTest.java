package dev.annals.model.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.change.Change;
import dev.annals.model.schema.Column;
import dev.annals.model.schema.EnumType;
import dev.annals.model.schema.Property;
import org.junit.jupiter.api.Test;

/** What is different in a live database is said so that texts and wordings do not run together. */
class DriftTest {

  @Test
  void commentsStandInQuotesAndNullIsSaidInWords() {
    EnumType mood = new EnumType("public", "mood", "How it goes.");
    assertEquals(
        "the comment of enum mood is empty, migrations say \"How it goes.\"",
        Drift.words(new Change.Altered(mood, mood, Property.COMMENT, "How it goes.", "")));
    Column note = new Column("public", "book", "note", 1, "text", true, "", "", "", "", "", "");
    assertEquals(
        "column book.note takes no null, migrations say that it does",
        Drift.words(new Change.Altered(note, note, Property.NULLABLE, "true", "")));
  }
}
