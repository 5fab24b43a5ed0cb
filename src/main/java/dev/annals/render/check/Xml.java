package dev.annals.render.check;

/** What XML 1.0 can hold (section 2.2); the writer escapes the rest. */
final class Xml {

  private Xml() {}

  /** The text with the replacement character for everything that no XML may have in it. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(each -> allowed(each) ? each : 0xFFFD).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
