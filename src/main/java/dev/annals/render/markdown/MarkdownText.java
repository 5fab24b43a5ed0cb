package dev.annals.render.markdown;

import freemarker.core.CommonTemplateMarkupOutputModel;

/** A text that is Markdown already. */
final class MarkdownText extends CommonTemplateMarkupOutputModel<MarkdownText> {

  MarkdownText(String plain, String markdown) {
    super(plain, markdown);
  }

  @Override
  public MarkdownFormat getOutputFormat() {
    return MarkdownFormat.INSTANCE;
  }
}
