package dev.annals.model.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageLinksTest {

  private static List<String> links(String text) {
    return PageLinks.of(text).stream().map(link -> link.line() + ":" + link.target()).toList();
  }

  @Test
  void findsEachLinkWithItsLine() {
    assertEquals(
        List.of("0:orders", "2:a.b", "2:c"),
        links("see [[orders]]\n\nand [[a.b|the b]] or [[ c#why ]]"));
  }

  @Test
  void whatStandsInCodeIsNoLink() {
    String text =
        """
        `[[a]]` and ``x ` [[b]]`` and [[c]]
        ```sql
        [[d]]
        ~~~
        ```
        ~~~~
        [[e]]
        ~~~
        [[f]]
        ~~~~
        [[g]] \\[[h]]
        """;
    assertEquals(List.of("0:c", "10:g"), links(text));
  }

  @Test
  void aLoneBacktickOpensNothing() {
    assertEquals(List.of("0:a", "2:b"), links("a ` and [[a]]\n\n[[b]] ` end"));
  }
}
