package dev.annals.render.notes;

import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Writes release notes as Markdown. */
public final class NotesRenderer {

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

  /** A renderer with the templates that come with Annals. */
  public NotesRenderer() {
    templates.setTemplateLoader(
        new ClassTemplateLoader(NotesRenderer.class.getClassLoader(), "dev/annals/templates"));
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(PlainTextOutputFormat.INSTANCE);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setLogTemplateExceptions(false);
    templates.setLocale(Locale.ROOT);
    templates.setTimeZone(TimeZone.getTimeZone("UTC"));
  }

  /** The notes of one release. */
  public String render(Chronicle chronicle, Release release) {
    StringWriter text = new StringWriter();
    try {
      templates
          .getTemplate("notes.md.ftl")
          .process(Map.of("notes", new NotesMaker(chronicle, release).view()), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the template of the release notes fails", e);
    }
    return text.toString();
  }
}
