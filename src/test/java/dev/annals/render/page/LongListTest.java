package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.annals.render.page.Views.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongListTest {

  @Test
  void everyPageOfALongListSaysWhatIsOnWhich() {
    List<String> ranges = List.of(LongList.range("account", "bill"), LongList.range("zoo", "zoo"));
    assertEquals(
        List.of(new Link("account to bill", ""), new Link("zoo", "tables~2.html")),
        LongList.links("tables.html", 0, ranges, page -> "tables~" + (page + 1) + ".html"));
    assertEquals(
        List.of(), LongList.links("tables.html", 0, ranges.subList(0, 1), page -> "tables.html"));
  }
}
