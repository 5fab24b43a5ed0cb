package dev.annals.render.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture of areas. */
final class AreaMapTest {

  private static final Pattern BOX =
      Pattern.compile(
          "<a class=\"er-box\" href=\"([^\"]*)\" transform=\"translate\\((\\d+) (\\d+)\\)\">"
              + "<rect width=\"(\\d+)\" height=\"(\\d+)\"/>");
  private static final Pattern TITLE = Pattern.compile("<title>(\\S+) refers to (\\S+): ");

  private final SortedMap<String, Integer> tables = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Integer>> keys = new TreeMap<>();

  private record Box(int x, int y, int width, int height) {
    boolean meets(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private void join(String from, String to, int count) {
    keys.computeIfAbsent(from, area -> new TreeMap<>()).merge(to, count, Integer::sum);
  }

  private AreaMap map() {
    return new AreaMap(new AreaJoins(tables, keys));
  }

  private static List<Box> boxes(String svg) {
    return BOX.matcher(svg)
        .results()
        .map(
            box ->
                new Box(
                    Integer.parseInt(box.group(2)),
                    Integer.parseInt(box.group(3)),
                    Integer.parseInt(box.group(4)),
                    Integer.parseInt(box.group(5))))
        .toList();
  }

  /** So many areas, each joined to some that came before it, and some of those to it. */
  private void many(int areas) {
    for (int i = 0; i < areas; i++) {
      tables.put(name(i), 1 + i * 7 % 40);
      for (int j = 1; j <= i && j <= 7; j++) {
        int other = (j * j * 3 + i / 2) % i;
        join(name(i), name(other), 1 + (i + j) % 9);
        if ((i + j) % 11 == 0) {
          join(name(other), name(i), 1);
        }
      }
    }
  }

  private static String name(int area) {
    return "area" + area;
  }

  @Test
  void tellsHowManyForeignKeysLeadWhere() {
    tables.put("sales", 7);
    tables.put("catalogue", 1);
    join("sales", "catalogue", 5);
    join("catalogue", "sales", 1);

    String svg = map().wide(area -> "areas/" + area + ".html");

    String told =
        "<title>sales refers to catalogue: 5 foreign keys; catalogue refers to sales: 1 foreign key"
            + "</title>";
    for (String part :
        List.of(told, "href=\"areas/sales.html\"", ">7 tables</text>", ">1 table</text>", ">6<")) {
      assertTrue(svg.contains(part), part);
    }
    assertEquals(3, svg.split("z", -1).length, "an arrow at either end");
    assertEquals(
        "flowchart LR\n  a1[\"catalogue (1)\"]\n  a2[\"sales (7)\"]\n  a2 <-->|6| a1",
        map().mermaid());
  }

  @Test
  void isNothingWhereNothingIsJoined() {
    tables.put("sales", 7);
    assertTrue(map().isEmpty());
    tables.put("catalogue", 1);
    assertTrue(map().isEmpty());
    join("sales", "catalogue", 1);
    assertFalse(map().isEmpty());
  }

  @Test
  void namesAreSafe() {
    tables.put("<b>\"&", 1);
    tables.put("other", 1);
    join("other", "<b>\"&", 2);
    String svg = map().wide(area -> area);
    assertTrue(svg.contains(">&lt;b&gt;&quot;&amp;</text>"));
    assertTrue(svg.contains("href=\"&lt;b&gt;&quot;&amp;\""));
    assertFalse(svg.contains("<b>"));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 15, 20, 45, 60})
  void noAreaLiesOnAnother(int areas) {
    many(areas);
    for (String svg : List.of(map().wide(area -> area), map().tall(area -> area))) {
      List<Box> boxes = boxes(svg);
      assertEquals(areas, boxes.size());
      for (int i = 0; i < areas; i++) {
        for (int j = 0; j < i; j++) {
          assertFalse(boxes.get(i).meets(boxes.get(j)), svg);
        }
      }
      assertTrue(svg.length() < 32_000, svg.length() + " letters");
    }
    assertEquals(map().wide(area -> area), map().wide(area -> area));
  }

  @Test
  void aTelephoneIsWideEnoughForFew() {
    many(5);
    for (Box box : boxes(map().tall(area -> area))) {
      assertTrue(box.x() + box.width() <= 425, box.toString());
    }
  }

  @Test
  void ofManyLinesTheStrongestAreDrawnAndThoseThatHoldThePictureTogether() {
    many(40);
    AreaMap map = map();
    assertEquals(46, map.lines());
    assertTrue(map.allLines() > 46);

    List<List<String>> drawn = new ArrayList<>();
    TITLE
        .matcher(map.wide(area -> area))
        .results()
        .forEach(title -> drawn.add(List.of(title.group(1), title.group(2))));
    List<String> reached = new ArrayList<>(List.of(name(0)));
    for (int i = 0; i < reached.size(); i++) {
      String at = reached.get(i);
      drawn.stream()
          .filter(line -> line.contains(at))
          .flatMap(List::stream)
          .filter(area -> !reached.contains(area))
          .distinct()
          .forEach(reached::add);
    }
    assertEquals(40, reached.size());
  }

  @Test
  void ofVeryManyAreasTheWeightiestAreDrawn() {
    many(90);
    tables.put("small", 1);
    join("small", name(1), 1);
    AreaMap map = map();
    assertEquals(AreaMap.MOST, map.shown());
    assertFalse(map.isSmall());
    String svg = map.wide(area -> area);
    assertEquals(AreaMap.MOST, boxes(svg).size());
    assertFalse(svg.contains("small"));
  }
}
