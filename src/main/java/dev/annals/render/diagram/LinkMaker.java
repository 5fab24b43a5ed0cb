package dev.annals.render.diagram;

import dev.annals.model.schema.ObjectRef;

/** Knows where a table's page is, as seen from the page that shows a diagram. */
@FunctionalInterface
public interface LinkMaker {

  /** Nothing is linked, and nothing drawn: diagrams are text that Mermaid draws. */
  LinkMaker MERMAID =
      new LinkMaker() {
        @Override
        public String href(ObjectRef table) {
          return "";
        }

        @Override
        public boolean mermaid() {
          return true;
        }
      };

  /** The relative address of a table's page; empty where it has none. */
  String href(ObjectRef table);

  /** Whether the page shows diagrams as text that Mermaid draws, not as pictures. */
  default boolean mermaid() {
    return false;
  }
}
