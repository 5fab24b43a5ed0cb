package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagPatternTest {

  @Test
  void releasesBeginAsMostTagsDoThatHaveANumber() {
    assertEquals(
        "[0-9]*", TagPattern.of(List.of("1.0", "1.1", "2.0-M1", "v1.0-before", "nightly")));
    assertEquals("release-[0-9]*", TagPattern.of(List.of("release-1.0", "release-1.1", "1.0")));
    assertEquals("api/v[0-9]*", TagPattern.of(List.of("api/v1.0", "api/v1.1", "web/v1.0")));
  }

  @Test
  void theUsualOnesNeedNotBeNamed() {
    assertEquals("", TagPattern.of(List.of("v1.0", "v1.1", "1.0")));
    assertEquals("", TagPattern.of(List.of("deployed", "build-7")));
    assertEquals("", TagPattern.of(List.of()));
    assertEquals("", TagPattern.of(List.of("[x]1.0", "a*1.0")), "nothing that a pattern reads");
  }
}
