package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import org.junit.jupiter.api.Test;

/** What a page says of its own subject, whose name it need not repeat. */
final class LifelinesTest {

  private static final ObjectRef VIEW = ObjectRef.of(ObjectKind.VIEW, "web", "listing");

  private static void said(String expected, String sentence) {
    assertEquals(expected, Lifelines.brief(VIEW, sentence));
  }

  @Test
  void leavesTheNameOfThePageOut() {
    said("New.", "View web.listing is new.");
    said("Was dropped and created again.", "View web.listing was dropped and created again.");
    said("Rejects duplicates of (id).", "web.listing rejects duplicates of (id).");
    said("Column price is gone.", "Column web.listing.price is gone.");
  }

  @Test
  void leavesOtherNamesIn() {
    said("View web.listing_old is new.", "View web.listing_old is new.");
    said("Table web.listing is now web.sale.", "Table web.listing is now web.sale.");
    said("Role a may SELECT on view web.listing.", "Role a may SELECT on view web.listing.");
  }
}
