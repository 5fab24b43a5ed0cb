package dev.annals.render.page;

import dev.annals.model.site.SiteFile;
import dev.annals.render.diagram.Diagram;
import dev.annals.render.page.Views.DiagramRow;
import dev.annals.render.page.Views.DiagramView;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Diagrams as templates see them. A picture stands in its page, once. One that would make the page
 * heavy is a file of its own that the page shows and links, and a script that puts it into the page
 * once it is in view, since a page that was opened as a file cannot read others.
 */
final class Pictures {

  /** Letters of a picture that stands in the page of a table. */
  static final int USUAL = 16_000;

  /** The same where all else is much, too. */
  static final int LEAST = 4_000;

  /**
   * What a picture in a page leaves to the page's style sheet, which knows what is the same in
   * every box. Where a script works on the picture it writes all out first; see {@code diagram.js}.
   */
  private static final List<Map.Entry<String, String>> KNOWN =
      List.of(
          Map.entry(" xmlns=\"http://www.w3.org/2000/svg\" role=\"group\"", ""),
          Map.entry("<g class=\"er-edge\" data-", "<g data-"),
          Map.entry("\" class=\"er-box\" transform", "\" transform"),
          Map.entry("<rect class=\"er-head\" ", "<rect "),
          Map.entry("<text class=\"er-name\" x=\"10\" y=\"18\"", "<text class=\"er-name\""),
          Map.entry("<text class=\"er-key\" x=\"10\"", "<text class=\"ek\""),
          Map.entry("<text class=\"er-type\"", "<text class=\"et\""),
          Map.entry("<text class=\"er-null\" x=\"36\"", "<text class=\"er-null\""),
          Map.entry("<text x=\"36\"", "<text"));

  /** Attributes that need no quotation marks in HTML. */
  private static final Pattern PLAIN =
      Pattern.compile(" (class|x|y|width|height)=\"([a-z0-9-]+)\"(/?)");

  /** In a page the frame around a picture has its name. */
  private static final Pattern LABEL = Pattern.compile("(<svg [^>]*?) aria-label=\"[^\"]*\"");

  /** The picture itself in the page, however large it is. */
  static DiagramView view(Diagram diagram) {
    return view(diagram, near(diagram.svg(), ""), "", "");
  }

  /** A picture for a page that has room for so many letters of it; files are added. */
  DiagramView put(Diagram diagram, String stem, String path, int room, List<SiteFile> files) {
    String near = near(diagram.svg(), path);
    if (near.length() <= room) {
      return view(diagram, near, "", "");
    }
    files.add(SiteFile.text(stem + ".svg", diagram.standalone()));
    files.add(script(diagram, stem));
    return view(
        diagram,
        "",
        PageNames.relative(path, stem + ".svg"),
        PageNames.relative(path, stem + ".js"));
  }

  /** A script that hands the picture to the page that asked for it. */
  static SiteFile script(Diagram diagram, String stem) {
    String svg = Json.text(diagram.svg()).replace("\\u003c", "<");
    return SiteFile.text(stem + ".js", "annalsPicture(" + svg + ");\n");
  }

  /** The picture as it stands in a page: with links as short as the page's own. */
  private static String near(String svg, String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String picture =
        folder.isEmpty()
            ? svg
            : svg.replace(" href=\"" + PageNames.root(path) + folder, " href=\"");
    for (Map.Entry<String, String> known : KNOWN) {
      picture = picture.replace(known.getKey(), known.getValue());
    }
    String unnamed = LABEL.matcher(picture).replaceFirst("$1");
    return PLAIN.matcher(unnamed).replaceAll(m -> " $1=$2" + (m.group(3).isEmpty() ? "" : " /"));
  }

  private static DiagramView view(Diagram diagram, String svg, String file, String script) {
    List<DiagramRow> rows =
        diagram.list().stream()
            .map(
                r ->
                    new DiagramRow(
                        r.table(), r.href(), r.state(), String.join(", ", r.relations())))
            .toList();
    return new DiagramView(
        svg,
        diagram.title(),
        rows,
        diagram.width(),
        diagram.height(),
        file,
        script,
        diagram.mermaid());
  }
}
