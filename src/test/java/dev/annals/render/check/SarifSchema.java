package dev.annals.render.check;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema of SARIF 2.1.0, as the committee wrote it. */
public final class SarifSchema {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private SarifSchema() {}

  /** What the schema says against a report; formats (addresses, times) are looked at, too. */
  public static List<String> errors(String report) {
    return schema().validate(MAPPER.readTree(report)).stream().map(Object::toString).toList();
  }

  private static Schema schema() {
    try (InputStream in =
        SarifSchema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonNode schema = MAPPER.readTree(in.readAllBytes());
      return SchemaRegistry.withDefaultDialect(
              SpecificationVersion.DRAFT_7,
              builder ->
                  builder.schemaRegistryConfig(
                      SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
          .getSchema(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
