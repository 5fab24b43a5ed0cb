package dev.annals.render.html;

import dev.annals.model.Problem;
import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.StringTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.OutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.UndefinedOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates that come with Annals. {@code .ftlh} escapes by itself; {@code .ftl} does not. */
public final class Templates {

  private static final String NOTES =
      "The value \"notes\" is described in the README, under Release notes.";
  private static final String THEME =
      "Compare it with the template of that name that comes with Annals, in templates/.";

  private static final String PAGES =
      "_layout a-z area check checks compare coverage decision diagram embed"
          + " environments feed.xml history home include list migration migrations missing"
          + " notes object own relation release releases rest rule rules tables";

  private static final String MARKDOWN =
      "_page a-z area check checks coverage decision diagram environments history home"
          + " migration migrations object own relation release releases rule rules tables";

  /** What FreeMarker goes on with: its own grammar, and objects of this program. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\n(?=----|Was expecting one of these patterns|The name was interpreted by)");

  private static final SortedSet<String> REPLACEABLE = names();

  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  private final Map<String, String> own;

  /** The templates that come with Annals; safe for use by several threads. */
  public Templates() {
    this(Map.of());
  }

  /**
   * Templates, some of them the user's, which can do no more than write text.
   *
   * @param own those that stand in place of ours, by name
   */
  public Templates(Map<String, String> own) {
    this(own, UndefinedOutputFormat.INSTANCE);
  }

  /**
   * Templates of which those that are no {@code .ftlh} write another language than HTML.
   *
   * @param own those that stand in place of ours, by name
   * @param format how texts are escaped in that language
   */
  public Templates(Map<String, String> own, OutputFormat format) {
    this.own = Map.copyOf(own);
    StringTemplateLoader theirs = new StringTemplateLoader();
    own.forEach(theirs::putTemplate);
    configuration.setTemplateLoader(
        new MultiTemplateLoader(
            new TemplateLoader[] {
              theirs,
              new ClassTemplateLoader(Templates.class.getClassLoader(), "dev/annals/templates")
            }));
    configuration.setOutputFormat(format);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat(",##0");
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
  }

  /** The names of ours that a theme's may stand in place of. */
  public static SortedSet<String> replaceable() {
    return REPLACEABLE;
  }

  private static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    Stream.of(PAGES.split(" ")).forEach(name -> names.add(name + ".ftlh"));
    Stream.of(MARKDOWN.split(" ")).forEach(name -> names.add("markdown/" + name + ".ftl"));
    return Collections.unmodifiableSortedSet(names);
  }

  /** Reads templates, so that who fills them in need not; who fills a bad one in tells of it. */
  public void prepare(List<String> names) {
    try {
      for (String name : names) {
        configuration.getTemplate(name);
      }
    } catch (IOException e) {
      return;
    }
  }

  /**
   * Fills a template in.
   *
   * @throws Problem if a template of the user's has an error, with line and column
   */
  public String fill(String template, Map<String, ?> view) {
    StringWriter text = new StringWriter(16_384);
    try {
      configuration.getTemplate(template).process(view, text);
    } catch (ParseException e) {
      if (!own.containsKey(e.getTemplateName())) {
        throw new IllegalStateException("the template " + template + " fails", e);
      }
      throw wrong(place(e.getTemplateName()), e.getLineNumber(), e.getEditorMessage(), THEME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      if (own.isEmpty()) {
        throw new IllegalStateException("the template " + template + " fails", e);
      }
      String name = String.valueOf(e.getTemplateSourceName());
      int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
      throw wrong(place(name), line, e.getMessageWithoutStackTop(), THEME);
    }
    return text.toString();
  }

  /**
   * Fills in a template of the user's, which can do no more than write text.
   *
   * @param name what messages call it
   * @throws Problem if it has an error, with line and column
   */
  public String fillOwn(String name, String template, Map<String, ?> view) {
    StringWriter text = new StringWriter(16_384);
    try {
      new Template(name, template, configuration).process(view, text);
    } catch (ParseException e) {
      throw wrong("the template " + name, e.getLineNumber(), e.getEditorMessage(), NOTES);
    } catch (TemplateException e) {
      int line = e.getLineNumber() == null ? 0 : e.getLineNumber();
      throw wrong("the template " + name, line, e.getMessageWithoutStackTop(), NOTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A template of a theme's is told by its path there. */
  private String place(String name) {
    return own.containsKey(name) ? "the theme's templates/" + name : "the template " + name;
  }

  private static Problem wrong(String place, int line, String why, String advice) {
    return Problem.usage(
        "filling in " + place + ":" + line + ": " + ASIDE.split(why, 2)[0].strip(), advice);
  }
}
