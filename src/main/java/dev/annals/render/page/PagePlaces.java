package dev.annals.render.page;

import dev.annals.model.story.Rationale;
import dev.annals.render.html.Places;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The places that a page of the team's names. */
final class PagePlaces implements Places {

  private final SiteIndex index;
  private final Rationale page;
  private final String from;

  PagePlaces(SiteIndex index, Rationale page, String from) {
    this.index = index;
    this.page = page;
    this.from = from;
  }

  @Override
  public String link(String name) {
    return index.look(from, name);
  }

  @Override
  public String image(String reference) {
    String file = page.images().getOrDefault(reference, "");
    return file.isEmpty() ? "" : PageNames.relative(from, PageNames.image(file));
  }

  @Override
  public String file(String reference) {
    String address = reference.replaceFirst("#.*", "");
    String place = index.placeOfFile(resolved(address));
    return place.isEmpty() ? "" : PageNames.relative(from, place);
  }

  /** An address beside the page's file, from the project's folder; empty where it leaves it. */
  private String resolved(String address) {
    List<String> parts = new ArrayList<>(List.of(page.path().split("/")));
    parts.remove(parts.size() - 1);
    for (String part : decoded(address).split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return "";
        }
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
