package dev.annals.json;

import dev.annals.model.schema.Schema;
import dev.annals.model.story.Chronicle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the schema that {@code schema.json}, or {@code chronicle.json} at its end, holds. */
public final class SchemaReader {

  private SchemaReader() {}

  /**
   * A schema that was written down.
   *
   * @param database the database's name
   * @param engine what it was replayed on
   * @param version its version
   * @param schema the schema itself
   */
  public record Read(String database, String engine, String version, Schema schema) {}

  /**
   * The schema that was written.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static Read read(byte[] json) {
    try {
      JsonNode tree = ChronicleJson.MAPPER.readTree(json);
      if (Formats.is(tree, ChronicleJson.CHRONICLE)) {
        Chronicle chronicle = ChronicleReader.read(tree);
        return new Read(
            chronicle.database(),
            chronicle.engine(),
            chronicle.version().toString(),
            chronicle.schema());
      }
      Formats.check(tree, ChronicleJson.SCHEMA);
      SchemaDocument document =
          RowsReader.part(tree.get(ChronicleJson.SHAPES), tree.get("schema"), SchemaDocument.class);
      return new Read(
          document.database(),
          document.engine(),
          document.version(),
          Schema.of(document.objects()));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not JSON", e);
    }
  }
}
