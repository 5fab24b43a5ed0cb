package dev.annals.judge.finding;

import dev.annals.model.Nearest;
import dev.annals.model.story.JudgedStep;
import dev.annals.model.story.PageLinks;
import dev.annals.model.story.Rationale;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Usual links of pages to other pages and to migrations: {@code [more](refund.md)}. Other files of
 * a repository are not known here, and nothing is said of links to them.
 */
final class FileLinks {

  private static final Pattern LINK =
      Pattern.compile(
          "(?<!!)\\[[^\\[\\]\\n]*]\\(<?([^()<>\\s:#?]+\\.(?:md|sql))>?(?:#[^)\\s]*)?\\)");

  private final SortedSet<String> files = new TreeSet<>();
  private final SortedSet<String> folders = new TreeSet<>();

  FileLinks(Story story) {
    story.rationale().forEach(page -> files.add(page.path()));
    for (JudgedStep step : story.steps()) {
      files.add(step.step().migration().path());
    }
    files.forEach(path -> folders.add(folder(path)));
  }

  /**
   * A link that leads nowhere.
   *
   * @param written the address as the page has it
   * @param line the line within the page's text, counted from 0
   * @param nearest what was probably meant, in a sentence; empty where nothing is like it
   */
  record Broken(String written, int line, String nearest) {}

  List<Broken> broken(Rationale page) {
    List<Broken> broken = new ArrayList<>();
    String[] lines = PageLinks.withoutCode(page.body()).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher link = LINK.matcher(lines[i]);
      while (link.find()) {
        String path = resolved(page.path(), link.group(1).replace("%20", " "));
        if (folders.contains(folder(path)) && !files.contains(path)) {
          List<String> beside =
              files.stream().filter(file -> folder(file).equals(folder(path))).toList();
          String nearest = Nearest.to(path, beside).map(FileLinks::meant).orElse("");
          broken.add(new Broken(link.group(1), i, nearest));
        }
      }
    }
    return broken;
  }

  private static String meant(String path) {
    return "Did you mean \"" + path.substring(path.lastIndexOf('/') + 1) + "\"?";
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** From the project's folder; empty where it leaves it. */
  private static String resolved(String page, String address) {
    List<String> parts = new ArrayList<>(List.of(page.split("/")));
    parts.remove(parts.size() - 1);
    for (String part : address.split("/")) {
      if (part.equals("..") && parts.isEmpty()) {
        return "";
      } else if (part.equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
