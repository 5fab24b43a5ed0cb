package dev.annals.render.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlimTest {

  /** Above a function: what it is for. */
  private static final Pattern NOTE = Pattern.compile("(?m)^ *(?://|/\\*) *(.+?)(?: \\*/)?$");

  @Test
  void aStyleSheetIsOneLine() {
    assertEquals(
        "a:hover>b[rel=next]{color:red;margin:0 1px}@media print{a[title=\"a b\"]{color:#000}}\n",
        Slim.of(
            """
            /* links */
            a:hover > b[rel="next"] { color: red; margin: 0 1px; }
            @media print {
              a[title="a b"] { color: #000; }
            }
            """));
  }

  @Test
  void everyScriptIsCarriedWithoutWhatOnlyItsAuthorsNeed() throws IOException {
    List<Path> scripts;
    try (Stream<Path> files = Files.list(Path.of("site"))) {
      scripts = files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    }
    assertFalse(scripts.isEmpty());
    for (Path script : scripts) {
      String written = Files.readString(script);
      String name = script.getFileName().toString();
      try (InputStream in = Slim.class.getResourceAsStream("/dev/annals/site/" + name)) {
        assertNotNull(in, name + " is not among the scripts that pom.xml minifies");
        String carried = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(carried.length() < written.length() * 4 / 5, name);
        assertTrue(carried.startsWith("'use strict';"), name);
        for (Matcher note = NOTE.matcher(written); note.find(); ) {
          assertFalse(carried.contains(note.group(1)), note.group());
        }
      }
    }
  }
}
