package dev.annals.app;

import dev.annals.kept.Key;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.Chronicle;
import dev.annals.packed.Packed;
import dev.annals.render.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** All that decides about a site's pages but the past and the team's pages. */
final class Frame {

  private Frame() {}

  /** Texts that differ where it does. */
  static List<String> of(Chronicle chronicle, Theme theme) {
    List<String> parts = new ArrayList<>(List.of(chronicle.database(), chronicle.engine()));
    parts.add(digest(Packed.write(chronicle.project())));
    parts.add(digest(Packed.write(chronicle.initialVersion())));
    parts.add(digest(Packed.write(chronicle.environments())));
    parts.addAll(of(theme));
    return parts;
  }

  /** Texts that differ where a theme does. */
  static List<String> of(Theme theme) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(theme.templates())
        .forEach(
            (name, text) -> {
              parts.add("template " + name);
              parts.add(text);
            });
    for (SiteFile file : theme.files()) {
      parts.add("file " + file.path());
      parts.add(digest(file.bytes()));
    }
    for (Theme.Page page : theme.pages()) {
      parts.add("page " + page.name());
      parts.add(page.markdown());
    }
    theme.embeds().forEach(embed -> parts.add("embed " + embed));
    parts.add("style " + theme.style());
    parts.add("logo " + theme.logo());
    return parts;
  }

  /** A text that differs where the bytes do. */
  static String digest(byte[] bytes) {
    return Key.of(bytes).hex();
  }
}
