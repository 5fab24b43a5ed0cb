package dev.annals.render.page;

import dev.annals.render.diagram.AreaJoins;
import dev.annals.render.page.Views.CountedLink;
import java.util.List;

/** Areas that another one is joined to, as pages tell them. */
final class AreaLinks {

  private AreaLinks() {}

  static List<CountedLink> of(List<AreaJoins.Other> others, String path) {
    return others.stream()
        .map(
            other ->
                new CountedLink(
                    other.area(),
                    PageNames.relative(path, PageNames.area(other.area())),
                    other.keys()))
        .toList();
  }
}
