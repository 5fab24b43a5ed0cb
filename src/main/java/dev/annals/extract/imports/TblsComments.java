package dev.annals.extract.imports;

import dev.annals.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of a configuration of tbls: {@code comments: [{ table, tableComment, columnComments
 * }]}.
 */
final class TblsComments {

  private TblsComments() {}

  static List<Description> read(String text, String name) {
    YamlMap file = YamlMap.parse(text, name, value -> value);
    if (!file.keys().contains("comments") && !file.keys().contains("desc")) {
      throw ImportReader.malformed(name, 0, "it holds no \"comments\" as tbls has them");
    }
    List<Description> found = new ArrayList<>();
    add(found, "", "", file.text("desc", ""), file.line("desc"));
    for (YamlMap entry : file.maps("comments")) {
      String table = entry.text("table", "");
      if (table.isEmpty()) {
        throw ImportReader.malformed(name, entry.line("table"), "a comment names no \"table\"");
      }
      add(found, table, "", entry.text("tableComment", ""), entry.line("table"));
      YamlMap columns = entry.map("columnComments");
      for (String column : columns.keys()) {
        add(found, table, column, columns.text(column, ""), columns.line(column));
      }
    }
    return found;
  }

  private static void add(
      List<Description> found, String table, String column, String text, int line) {
    if (!text.isBlank()) {
      found.add(new Description(table, column, text.strip(), line));
    }
  }
}
