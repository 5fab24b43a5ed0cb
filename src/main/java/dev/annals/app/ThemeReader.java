package dev.annals.app;

import dev.annals.app.config.Config;
import dev.annals.model.Problem;
import dev.annals.model.site.SiteFile;
import dev.annals.render.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a theme: {@code templates/}, {@code style.css}, {@code logo.svg}, {@code pages/*.md}. */
final class ThemeReader {

  private final Path folder;
  private final List<SiteFile> files = new ArrayList<>();

  private ThemeReader(Path folder) {
    this.folder = folder;
  }

  /**
   * The theme that a configuration names.
   *
   * @throws Problem if its folder is not there, or a file of it cannot be read
   */
  static Theme of(Config config) {
    if (config.theme().isEmpty()) {
      return Theme.NONE;
    }
    Path folder = config.project().resolve(config.theme());
    if (!Files.isDirectory(folder)) {
      throw Problem.usage(
          "reading the theme: there is no folder " + folder,
          "Make it, or take the key theme out of " + config.file() + ".");
    }
    return new ThemeReader(folder).read();
  }

  private Theme read() {
    String style = take("style.css", "assets/theme.css");
    String logo = take("logo.svg", "assets/logo.svg");
    if (logo.isEmpty()) {
      logo = take("logo.png", "assets/logo.png");
    }
    List<Theme.Page> pages = new ArrayList<>();
    texts("pages", ".md")
        .forEach((name, text) -> pages.add(new Theme.Page(name.replaceFirst("\\.md$", ""), text)));
    SortedMap<String, String> templates = texts("templates", ".ftlh");
    texts("templates/markdown", ".ftl")
        .forEach((name, text) -> templates.put("markdown/" + name, text));
    return new Theme(templates, files, style, logo, pages);
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
