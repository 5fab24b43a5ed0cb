package dev.annals.render.markdown;

import dev.annals.render.page.Views.Link;
import freemarker.ext.beans.BeanModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What templates of Markdown can call: each gives Markdown. */
final class Words {

  private Words() {}

  /** By the name that templates use. */
  static Map<String, Object> all() {
    return Map.of(
        "code", of(Escape::code),
        "yaml", of(Escape::yaml),
        "anchor", of(InlineWriter::anchor),
        "blocks", of(BlockWriter::blocks),
        "line", of(BlockWriter::line),
        "sql", of(text -> Escape.fenced("sql", text.stripTrailing())),
        "sqlOf", of(html -> Escape.fenced("sql", HtmlReader.read(html).words().stripTrailing())),
        "codeOf", of(html -> Escape.code(HtmlReader.read(html).words())),
        "fenced", of(text -> Escape.fenced("", text.stripTrailing())),
        "mermaid", of(text -> Escape.fenced("mermaid", text)));
  }

  private static TemplateMethodModelEx of(UnaryOperator<String> make) {
    return arguments -> markdown(make.apply(text(arguments.get(0))));
  }

  /** A link's Markdown: {@code link(l)}, or {@code link(text, href)}. */
  static TemplateMethodModelEx link(Function<String, String> words) {
    return arguments -> {
      if (arguments.size() == 2) {
        return link(words.apply(text(arguments.get(0))), text(arguments.get(1)));
      }
      Object link = ((BeanModel) arguments.get(0)).getWrappedObject();
      return link(words.apply(((Link) link).text()), ((Link) link).href());
    };
  }

  private static MarkdownText link(String words, String href) {
    return markdown(href.isEmpty() ? words : "[" + words + "](" + Address.of(href) + ")");
  }

  private static String text(Object argument) throws TemplateModelException {
    return argument instanceof TemplateScalarModel scalar ? scalar.getAsString() : "";
  }

  private static MarkdownText markdown(String markdown) {
    return new MarkdownText(null, markdown);
  }
}
