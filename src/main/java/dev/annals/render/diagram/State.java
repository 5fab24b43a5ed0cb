package dev.annals.render.diagram;

/** What happened to a thing that is drawn; each has a sign, so that colour never stands alone. */
enum State {
  SAME("", ""),
  ADDED("added", "+"),
  CHANGED("changed", "~"),
  REMOVED("removed", "\u2212");

  private final String label;
  private final String sign;

  State(String label, String sign) {
    this.label = label;
    this.sign = sign;
  }

  String label() {
    return label;
  }

  String sign() {
    return sign;
  }
}
