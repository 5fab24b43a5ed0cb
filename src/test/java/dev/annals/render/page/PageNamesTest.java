package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageNamesTest {

  private static final String LETTERS = "abAB01_.-/\\ \"'<>&#?%:\n\t\u0130\u0131é😀";

  @Test
  void ordinaryNamesComeThroughAsTheyAre() {
    for (String name : List.of("orders", "order_line", "1.0", "2021.11", "v1.4.0-rc.1", "_x")) {
      assertEquals(name, PageNames.slug(name));
    }
    assertEquals("tables/public.orders.html", PageNames.page(ObjectRef.table("public", "orders")));
  }

  @Test
  void namesThatDifferOnlyInCaseDoNotMeet() {
    assertNotEquals(
        PageNames.slug("Orders").toLowerCase(Locale.ROOT),
        PageNames.slug("ORDERS").toLowerCase(Locale.ROOT));
    assertNotEquals("orders", PageNames.slug("Orders").toLowerCase(Locale.ROOT));
  }

  @Test
  void aNameThatLooksLikeAnothersSlugDoesNotTakeItsPlace() {
    String taken = PageNames.slug("Orders");
    assertNotEquals(taken, PageNames.slug(taken));
  }

  @Test
  void devicesOfWindowsAreNoNames() {
    for (String name :
        List.of("con", "CON", "nul", "aux.x", "com1", "lpt9.a.b", "con.Orders", "prn x", "NUL.")) {
      String base = PageNames.slug(name).replaceFirst("\\..*", "");
      assertFalse(base.matches("con|prn|aux|nul|com[0-9]|lpt[0-9]"), PageNames.slug(name));
    }
    assertNotEquals("index", PageNames.slug("index"), "the list beside it is called that");
  }

  @Test
  void aFullStopInASchemaAndOneInATableAreNotTheSame() {
    assertNotEquals(
        PageNames.page(ObjectRef.table("a.b", "c")), PageNames.page(ObjectRef.table("a", "b.c")));
    assertNotEquals(
        PageNames.page(ObjectRef.table("a.b", "c.d")),
        PageNames.page(ObjectRef.table("a.b.c", "d")));
  }

  @Test
  void partsOfDifferentSortsHaveDifferentPlaces() {
    List<String> anchors = new ArrayList<>();
    for (ObjectKind kind :
        List.of(ObjectKind.COLUMN, ObjectKind.CHECK, ObjectKind.FOREIGN_KEY, ObjectKind.INDEX)) {
      anchors.add(PageNames.anchor(new ObjectRef(kind, "public", "orders", "total")));
    }
    assertEquals(List.of("col-total", "con-total", "fk-total", "idx-total"), anchors);
  }

  @Test
  void anyNameIsAFileNameOfItsOwnOnAnyFileSystem() {
    Random random = new Random(20240229);
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      String name = name(random);
      String slug = PageNames.slug(name);
      assertEquals(slug, PageNames.slug(name));
      assertTrue(slug.matches("[a-z0-9_.-]{1,100}"), slug);
      assertFalse(slug.startsWith(".") || slug.endsWith("."), slug);
      assertFalse(
          slug.matches("(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)(\\..*)?"), name + " → " + slug);
      String former = seen.put(slug, name);
      assertTrue(former == null || former.equals(name), former + " and " + name + ": " + slug);
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    if (random.nextInt(4) == 0) {
      name.append(List.of("con", "NUL", "com1", "index").get(random.nextInt(4)));
    }
    int length = 1 + random.nextInt(random.nextInt(20) == 0 ? 140 : 4);
    int letters = LETTERS.codePointCount(0, LETTERS.length());
    for (int i = 0; i < length; i++) {
      int at = LETTERS.offsetByCodePoints(0, random.nextInt(letters));
      name.appendCodePoint(LETTERS.codePointAt(at));
    }
    return name.toString();
  }

  @Test
  void theWayUpHasOneStepForEachFolder() {
    assertEquals("", PageNames.root("index.html"));
    assertEquals("../", PageNames.root("tables/x.html"));
    assertEquals("../tables/y.html", PageNames.relative("views/x.html", "tables/y.html"));
  }
}
