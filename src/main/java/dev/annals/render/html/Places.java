package dev.annals.render.html;

import java.util.function.Function;

/** Where the things are that a Markdown text names, as seen from the page that shows it. */
public interface Places {

  /** The address of what stands in double brackets; empty for unknown. */
  String link(String name);

  /** The address of a picture; empty where there is none to show. */
  String image(String reference);

  /** The address of the page made of a file of the project; empty where there is none. */
  String file(String reference);

  /** Places of a text that belongs to no file: it has no pictures, and links to no files. */
  static Places of(Function<String, String> look) {
    return new Places() {
      @Override
      public String link(String name) {
        return look.apply(name);
      }

      @Override
      public String image(String reference) {
        return "";
      }

      @Override
      public String file(String reference) {
        return "";
      }
    };
  }
}
