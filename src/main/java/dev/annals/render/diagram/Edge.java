package dev.annals.render.diagram;

/**
 * A foreign key as it is drawn.
 *
 * @param name the constraint's name
 * @param child index of the referencing box
 * @param childRow the referencing row; -1 for the head
 * @param parent index of the referenced box
 * @param parentRow the referenced row; -1 for the head
 * @param optional the referencing column takes null
 * @param one at most one row refers to each
 * @param state what happened to it
 */
record Edge(
    String name,
    int child,
    int childRow,
    int parent,
    int parentRow,
    boolean optional,
    boolean one,
    State state) {

  /** The same key between boxes that are counted in another way. */
  Edge at(int newChild, int newParent) {
    return new Edge(name, newChild, childRow, newParent, parentRow, optional, one, state);
  }
}
