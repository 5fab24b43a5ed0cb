package dev.annals.app;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that search leads to, read from a site's scripts as {@code search.js} reads them. */
final class SearchPlaces {

  /**
   * A place.
   *
   * @param kind what search calls it
   * @param anchor its place on the page; empty for the page itself
   */
  record Place(String kind, String name, String page, String anchor) {}

  private final SortedMap<String, byte[]> site;
  private final List<Place> things = new ArrayList<>();
  private final List<Place> all = new ArrayList<>();

  private SearchPlaces(SortedMap<String, byte[]> site) {
    this.site = site;
  }

  static List<Place> of(SortedMap<String, byte[]> site) {
    SearchPlaces places = new SearchPlaces(site);
    places.read();
    return places.all;
  }

  /** Places that no page of the site has. */
  static List<Place> dead(SortedMap<String, byte[]> site) {
    Map<String, Set<String>> ids = new HashMap<>();
    return of(site).stream()
        .filter(
            place ->
                !site.containsKey(place.page())
                    || (!place.anchor().isEmpty()
                        && !ids.computeIfAbsent(place.page(), page -> ids(site.get(page)))
                            .contains(place.anchor())))
        .toList();
  }

  private static Set<String> ids(byte[] page) {
    Set<String> ids = new HashSet<>();
    Jsoup.parse(new String(page, StandardCharsets.UTF_8))
        .getElementsByAttribute("id")
        .forEach((Element element) -> ids.add(element.id()));
    return ids;
  }

  private void read() {
    JsonNode index = data(site, "search-data.js");
    JsonNode words = index.get("words");
    for (JsonNode thing : index.get("things")) {
      String kind = index.get("kinds").get(thing.get(0).asInt()).asString();
      String name = thing.get(1).asString();
      String told = thing.get(2).asString();
      String usual = kind + "s/" + (name.contains(".") ? "" : "public.") + name + ".html";
      Place place = new Place(kind, name, told.isEmpty() ? usual : told, "");
      things.add(place);
      all.add(place);
      thing.path(4).forEach(word -> word(place, words.get(word.asInt())));
    }
    parts(data(site, "search-parts-data.js"));
    for (int piece = 0; piece < index.get("pieces").asInt(); piece++) {
      for (JsonNode text : data(site, "search-text-" + piece + "-data.js")) {
        if (text.get(1).asInt() >= 0) {
          word(things.get(text.get(0).asInt()), words.get(text.get(1).asInt()));
        }
      }
    }
  }

  /** A column or a value. */
  private void word(Place owner, JsonNode word) {
    boolean value = owner.kind().equals("enum");
    String name = word.isArray() ? word.get(0).asString() : word.asString();
    String anchor = word.isArray() ? word.get(1).asString() : name;
    all.add(
        new Place(
            value ? "value" : "column", name, owner.page(), (value ? "val-" : "col-") + anchor));
  }

  private void parts(JsonNode data) {
    for (JsonNode row : data.get("parts")) {
      Place owner = things.get(row.get(0).asInt());
      String own = owner.name().substring(owner.name().lastIndexOf('.') + 1);
      JsonNode kind = null;
      for (int i = 1; i < row.size(); i++) {
        int number = row.get(i).asInt();
        if (number < 0) {
          kind = data.get("kinds").get(-1 - number);
        } else {
          part(owner, kind, data.get("names").get(number), own);
        }
      }
    }
  }

  private void part(Place owner, JsonNode kind, JsonNode part, String own) {
    String name =
        !part.isArray()
            ? part.asString()
            : part.get(0).asString() + (part.size() == 3 ? "" : own + part.get(1).asString());
    String anchor = part.size() == 3 ? part.get(2).asString() : name;
    all.add(new Place(kind.get(0).asString(), name, owner.page(), kind.get(1).asString() + anchor));
  }

  /** What a script of data holds. */
  static JsonNode data(SortedMap<String, byte[]> site, String name) {
    String script = new String(site.get("assets/" + name), StandardCharsets.UTF_8);
    assertFalse(script.contains("<"), name);
    String json = script.replaceFirst("^[a-zA-Z.]+[=(]", "").replaceFirst("\\)?;\\s*$", "");
    return JsonMapper.builder().build().readTree(json);
  }
}
