package dev.annals.render.check;

import dev.annals.model.story.Severity;

/** Colours, where the terminal takes them. */
final class Paint {

  private final boolean colour;

  Paint(boolean colour) {
    this.colour = colour;
  }

  String strong(String text) {
    return with("1", text);
  }

  String faint(String text) {
    return with("2", text);
  }

  String severityMark(String text) {
    return with("33", text);
  }

  String severity(Severity severity) {
    String code =
        switch (severity) {
          case ERROR -> "1;31";
          case WARNING -> "33";
          case INFO -> "36";
          case HINT -> "2";
        };
    return with(code, severity.label());
  }

  private String with(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
