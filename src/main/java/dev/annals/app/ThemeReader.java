package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import dev.annals.model.story.PageLinks;
import dev.annals.render.Theme;
import dev.annals.render.html.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a theme: {@code templates/}, {@code style.css}, {@code logo.svg}, {@code pages/*.md}. */
final class ThemeReader {

  private static final String MARKDOWN = "markdown/";

  private final Path folder;
  private final String name;
  private final Consumer<String> notes;
  private final List<SiteFile> files = new ArrayList<>();

  private ThemeReader(Path folder, String name, Consumer<String> notes) {
    this.folder = folder;
    this.name = name;
    this.notes = notes;
  }

  /**
   * The theme that a configuration names.
   *
   * @param notes hears what of it will not be shown
   * @throws Problem if its folder is not there, a file of it cannot be read, or a template would
   *     never be used
   */
  static Theme of(Config config, Consumer<String> notes) {
    if (config.theme().isEmpty()) {
      return new Theme(Map.of(), List.of(), "", "", List.of(), config.embeds());
    }
    Path folder = config.project().resolve(config.theme());
    if (!Files.isDirectory(folder)) {
      throw Problem.usage(
          "reading the theme: there is no folder " + folder,
          "Make it, or take the key theme out of " + config.file() + ".");
    }
    return new ThemeReader(folder, config.theme(), notes).read(config.embeds());
  }

  private Theme read(List<String> embeds) {
    String style = take("style.css", "assets/theme.css");
    String logo = take("logo.svg", "assets/logo.svg");
    if (logo.isEmpty()) {
      logo = take("logo.png", "assets/logo.png");
    }
    List<Theme.Page> pages = new ArrayList<>();
    texts("pages", ".md")
        .forEach(
            (file, text) -> {
              pages.add(new Theme.Page(file.replaceFirst("\\.md$", ""), text));
              pictures(file, text);
            });
    SortedMap<String, String> templates = texts("templates", ".ftlh");
    texts("templates/markdown", ".ftl")
        .forEach((file, text) -> templates.put(MARKDOWN + file, text));
    templates.keySet().forEach(each -> used(each, templates));
    texts("templates", ".ftl").keySet().forEach(each -> used(each, Map.of()));
    texts("templates/markdown", ".ftlh").keySet().forEach(each -> used(MARKDOWN + each, Map.of()));
    return new Theme(templates, files, style, logo, pages, embeds);
  }

  /** Pages of a theme belong to no file of the project, whose pictures the site has. */
  private void pictures(String file, String text) {
    for (PageLinks.Link picture : PageLinks.pictures(text)) {
      notes.accept(
          ("reading the theme's %s/pages/%s:%d: the picture %s is not shown, its words"
                  + " stand in its place; pages of a theme have no pictures, those below"
                  + " the folder rationale have")
              .formatted(name, file, picture.line() + 1, picture.target()));
    }
  }

  /**
   * A template stands in place of one of ours, or another of the theme names it.
   *
   * @throws Problem if neither is so
   */
  private void used(String template, Map<String, String> all) {
    String file = template.substring(template.lastIndexOf('/') + 1);
    boolean named =
        all.entrySet().stream()
            .anyMatch(each -> !each.getKey().equals(template) && each.getValue().contains(file));
    if (!named && !Templates.replaceable().contains(template)) {
      String near = Nearest.suggestion(template, Templates.replaceable());
      throw Problem.usage(
          ("reading the theme's %s/templates/%s: Annals has no template of that name,"
                  + " and none of the theme's names it")
              .formatted(name, template),
          (near + " Rename it, or let a template that stands in place of ours include it.")
              .strip());
    }
  }

  /** Publishes a file of the theme; empty where the theme has none of the name. */
  private String take(String name, String path) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    files.add(new SiteFile(path, bytes(file)));
    return path;
  }

  private SortedMap<String, String> texts(String name, String ending) {
    SortedMap<String, String> texts = new TreeMap<>();
    Path inner = folder.resolve(name);
    if (!Files.isDirectory(inner)) {
      return texts;
    }
    try (Stream<Path> list = Files.list(inner)) {
      list.filter(file -> file.toString().endsWith(ending))
          .filter(Files::isRegularFile)
          .forEach(
              file ->
                  texts.put(
                      file.getFileName().toString(),
                      new String(bytes(file), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw failed(inner, e);
    }
    return texts;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static Problem failed(Path file, IOException e) {
    return Problem.failure("reading the theme's " + file + ": " + e, "May it be read?", e);
  }
}
