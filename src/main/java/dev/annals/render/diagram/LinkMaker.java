package dev.annals.render.diagram;

import dev.annals.model.schema.ObjectRef;

/** Knows where a table's page is, as seen from the page that shows a diagram. */
@FunctionalInterface
public interface LinkMaker {

  /** The relative address of a table's page; empty where it has none. */
  String href(ObjectRef table);
}
