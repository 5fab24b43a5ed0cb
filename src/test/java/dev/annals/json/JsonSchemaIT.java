package dev.annals.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.annals.app.Bookshop;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Release;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is published for machines keeps to the JSON Schemas that are published beside it. */
class JsonSchemaIT {

  /** Valid nowhere: no text, no whole number, no list of what any list here holds. */
  private static final JsonNode NONSENSE =
      JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.numberNode(0.5));

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static JsonNode json(String path) {
    return ChronicleJson.MAPPER.readTree(Bookshop.file(path));
  }

  private static Schema schema(String path) {
    return REGISTRY.getSchema(json(path));
  }

  @Test
  void theSchemasAreSchemas() {
    for (String path :
        List.of("chronicle.schema.json", "schema.schema.json", "notes.schema.json")) {
      JsonNode schema = json(path);
      Schema meta = REGISTRY.getSchema("{\"$ref\": \"" + schema.get("$schema").asString() + "\"}");
      assertEquals(List.of(), meta.validate(schema), path);
    }
  }

  @Test
  void theDocumentsKeepToThem() {
    assertEquals(
        List.of(),
        schema("chronicle.schema.json").validate(json("chronicle.json")).stream()
            .limit(9)
            .toList());
    assertEquals(
        List.of(),
        schema("schema.schema.json").validate(json("schema.json")).stream().limit(9).toList());
  }

  @Test
  void theNotesOfEveryReleaseKeepToTheirs() {
    Chronicle chronicle = ChronicleReader.read(Bookshop.file("chronicle.json"));
    Schema schema = schema("notes.schema.json");
    for (Release release : chronicle.releases()) {
      JsonNode notes = ChronicleJson.MAPPER.readTree(NotesJson.write(chronicle, release));
      assertEquals(
          List.of(), schema.validate(notes).stream().limit(3).toList(), release.cut().name());
    }
    Release move =
        chronicle.releases().stream().filter(r -> r.cut().name().equals("5.0")).findAny().get();
    JsonNode notes = ChronicleJson.MAPPER.readTree(NotesJson.write(chronicle, move));
    assertEquals("4.1", notes.get("since").asString());
    assertEquals("customer", notes.at("/successions/0/former/parent").asString());
  }

  @Test
  void anyMutationOfNotesIsSeen() {
    Chronicle chronicle = ChronicleReader.read(Bookshop.file("chronicle.json"));
    Release release =
        chronicle.releases().stream().filter(r -> r.cut().name().equals("5.0")).findAny().get();
    JsonNode notes = ChronicleJson.MAPPER.readTree(NotesJson.write(chronicle, release));
    new Mutations(
            schema("notes.schema.json"),
            shortened(notes),
            document -> Records.read(document, NotesDocument.class))
        .run();
  }

  @Test
  void anyMutationOfTheChronicleIsSeen() {
    mutate("chronicle");
  }

  @Test
  void anyMutationOfTheSchemaIsSeen() {
    mutate("schema");
  }

  private static void mutate(String name) {
    ObjectNode sample = (ObjectNode) json(name + ".json");
    sample.properties().stream()
        .filter(e -> e.getValue().isObject() && !e.getKey().equals(ChronicleJson.SHAPES))
        .forEach(e -> e.setValue(few((ObjectNode) e.getValue())));
    new Mutations(schema(name + ".schema.json"), sample, null).run();
  }

  /** A part of a document with few rows: it keeps to the schema, but numbers lead nowhere. */
  private static ObjectNode few(ObjectNode part) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> e : part.properties()) {
      ArrayNode rows = JsonNodeFactory.instance.arrayNode();
      Set<String> sorts = new HashSet<>();
      for (JsonNode row : e.getValue()) {
        // an object's row has its sort in front, those that share a span are a list in their row
        if (e.getKey().equals("objects") && row.get(0).isArray()) {
          ArrayNode held = rows.addArray().add(row.get(0));
          ArrayNode values = held.addArray();
          row.get(1).forEach(each -> add(each, sorts, values));
        } else if (e.getKey().equals("objects")) {
          add(row, sorts, rows);
        } else if (rows.size() < 4) {
          rows.add(row);
        }
      }
      copy.set(e.getKey(), e.getValue().isArray() ? rows : e.getValue());
    }
    return copy;
  }

  private static void add(JsonNode row, Set<String> sorts, ArrayNode rows) {
    if (sorts.add(row.get(0).toString())) {
      rows.add(row);
    }
  }

  @Test
  void whatTheSchemasAskForIsWhatAReaderNeeds() {
    for (String name : List.of("chronicle", "schema")) {
      Schema schema = schema(name + ".schema.json");
      ObjectNode document = (ObjectNode) json(name + ".json");
      List<ObjectNode> parts = new ArrayList<>(List.of(document));
      document.properties().stream()
          .filter(e -> e.getValue().isObject() && !e.getKey().equals(ChronicleJson.SHAPES))
          .forEach(e -> parts.add((ObjectNode) e.getValue()));
      for (ObjectNode part : parts) {
        for (String member : List.copyOf(part.propertyNames())) {
          // a schema cannot say that numbers lead somewhere
          if (!List.of("objects", "steps").contains(member)) {
            JsonNode value = part.remove(member);
            assertEquals(isRead(document), schema.validate(document).isEmpty(), member);
            part.set(member, value);
          }
        }
      }
      assertTrue(isRead(document), "it is as it was");
    }
  }

  private static boolean isRead(JsonNode document) {
    try {
      SchemaReader.read(ChronicleJson.MAPPER.writeValueAsBytes(document));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void aFormerFormatIsRefusedByItsName() {
    byte[] former = "{\"format\":\"annals-chronicle/1\"}".getBytes(StandardCharsets.UTF_8);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> SchemaReader.read(former));
    assertEquals(
        "it is annals-chronicle/1, which another version of Annals wrote;"
            + " this one reads annals-chronicle/3",
        refused.getMessage());
  }

  /** The same with one item of each shape in every list. */
  private static JsonNode shortened(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), shortened(e.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      Set<String> shapes = new HashSet<>();
      for (JsonNode item : array) {
        if (!item.isObject() || shapes.add(shape(item))) {
          copy.add(shortened(item));
        }
      }
      return copy;
    }
    return node;
  }

  private static String shape(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return "";
    }
    StringBuilder all = new StringBuilder(object.path(Records.IS).asString(""));
    for (String name : new TreeSet<>(object.propertyNames())) {
      all.append(' ').append(name).append('(').append(shape(object.get(name))).append(')');
    }
    return all.toString();
  }

  /** Changes one place of a document after the other, and puts it right again. */
  private record Mutations(
      Schema schema, JsonNode document, Consumer<JsonNode> reader, List<String> tried) {

    Mutations(Schema schema, JsonNode document, Consumer<JsonNode> reader) {
      this(schema, document, reader, new ArrayList<>());
    }

    void run() {
      assertTrue(valid(), "it is valid before");
      walk("", document);
      assertTrue(valid(), "it is valid again");
      assertTrue(tried.size() > 100, tried.size() + " mutations");
    }

    private boolean valid() {
      return schema.validate(document).isEmpty();
    }

    private void walk(String path, JsonNode node) {
      if (node instanceof ObjectNode object) {
        object.set("surprise", NONSENSE);
        seen(path + ": one member more");
        object.remove("surprise");
        for (String name : List.copyOf(object.propertyNames())) {
          JsonNode value = object.get(name);
          object.set(name, NONSENSE);
          seen(path + "/" + name + ": nonsense");
          object.remove(name);
          if (reader != null) {
            assertEquals(readable(), valid(), path + "/" + name + ": left out");
          }
          object.set(name, value);
          walk(path + "/" + name, value);
        }
      } else if (node instanceof ArrayNode array) {
        array.add(NONSENSE);
        seen(path + ": one item more");
        array.remove(array.size() - 1);
        for (int i = 0; i < array.size(); i++) {
          walk(path + "/" + i, array.get(i));
        }
      }
    }

    private void seen(String what) {
      tried.add(what);
      assertFalse(valid(), what);
    }

    /** Whether Annals itself would read it: what the schema asks for is what a reader needs. */
    private boolean readable() {
      try {
        reader.accept(document);
        return document.has("format");
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
