package dev.annals.extract.imports;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads descriptions from SchemaSpy's meta file, tbls' configuration, and DBML. */
public final class ImportReader {

  private static final long LIMIT = 16L * 1_048_576;

  private ImportReader() {}

  /**
   * The descriptions of a file, in its order.
   *
   * @throws Problem if the file is none of those, or cannot be read
   */
  public static List<Description> read(Path file) {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = bytes(file, name);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "xml" -> SchemaSpyMeta.read(bytes, name);
      case "yml", "yaml" -> TblsComments.read(text(bytes, name), name);
      case "dbml" -> DbmlNotes.read(text(bytes, name), name);
      default ->
          throw Problem.usage(
              "importing " + name + ": it is of no sort that is known",
              "Known: SchemaSpy's schemameta.xml (*.xml), tbls' configuration (*.yml), DBML"
                  + " (*.dbml). Comments in the database itself are known already.");
    };
  }

  private static byte[] bytes(Path file, String name) {
    try {
      if (!Files.isRegularFile(file)) {
        throw Problem.usage(
            "importing " + name + ": there is no such file",
            "Nothing was written. Check its name.");
      }
      if (Files.size(file) > LIMIT) {
        throw Problem.usage(
            "importing " + name + ": it is larger than " + LIMIT / 1_048_576 + " MB",
            "Nothing was written. Is it the right file? Otherwise part it.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Problem.failure(
          "importing " + name + ": " + e.getMessage(), "Nothing was written. May it be read?", e);
    }
  }

  private static String text(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      throw Problem.usage(
          "importing " + name + ": it is not UTF-8 text", "Nothing was written. Save it as UTF-8.");
    }
  }

  static Problem malformed(String name, int line, String why) {
    return Problem.usage(
        "importing " + name + (line > 0 ? ":" + line : "") + ": " + why,
        "Nothing was written. Mend the file, or leave it out.");
  }
}
