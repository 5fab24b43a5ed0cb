package dev.annals.render.markdown;

import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.io.Writer;

/** Makes templates of Markdown escape every text that is not Markdown already. */
final class MarkdownFormat extends CommonMarkupOutputFormat<MarkdownText> {

  static final MarkdownFormat INSTANCE = new MarkdownFormat();

  private MarkdownFormat() {}

  @Override
  public String getName() {
    return "Markdown";
  }

  @Override
  public String getMimeType() {
    return "text/markdown";
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(Escape.text(text));
  }

  @Override
  public String escapePlainText(String text) {
    return Escape.text(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected MarkdownText newTemplateMarkupOutputModel(String plain, String markdown) {
    return new MarkdownText(plain, markdown);
  }
}
