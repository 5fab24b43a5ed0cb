package dev.annals.judge.rules;

/** Writes names as the server does in expressions. */
final class Quoting {

  private Quoting() {}

  /** The name, in quotation marks where it would not be read as it is. Key words are not known. */
  static String of(String name) {
    return name.matches("[a-z_][a-z0-9_$]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
