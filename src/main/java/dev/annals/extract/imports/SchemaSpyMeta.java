package dev.annals.extract.imports;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * SchemaSpy's meta file: {@code <schemaMeta><comments/><tables><table name comments><column name
 * comments/></table></tables></schemaMeta>}. Document types are refused: nothing is loaded.
 */
final class SchemaSpyMeta {

  private final String name;
  private final XMLStreamReader in;
  private final List<Description> found = new ArrayList<>();
  private String table = "";

  private SchemaSpyMeta(String name, XMLStreamReader in) {
    this.name = name;
    this.in = in;
  }

  static List<Description> read(byte[] bytes, String name) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      return new SchemaSpyMeta(name, in).read();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      String why = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
      throw ImportReader.malformed(
          name, line, "it is no XML: " + why.lines().findFirst().orElse(""));
    }
  }

  private List<Description> read() throws XMLStreamException {
    boolean root = true;
    while (in.hasNext()) {
      int event = in.next();
      int line = in.getLocation().getLineNumber();
      if (event == XMLStreamConstants.DTD) {
        throw ImportReader.malformed(
            name, line, "it has a document type, which could load other files");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        if (root && !in.getLocalName().equals("schemaMeta")) {
          throw ImportReader.malformed(
              name, line, "it is not SchemaSpy's: its root is <" + in.getLocalName() + ">");
        }
        root = false;
        element(line);
      }
    }
    return found;
  }

  private void element(int line) throws XMLStreamException {
    switch (in.getLocalName()) {
      case "comments" -> add("", "", in.getElementText(), line);
      case "table" -> {
        String schema = attribute("remoteSchema");
        table = (schema.isEmpty() ? "" : schema + ".") + attribute("name");
        add(table, "", comments(), line);
      }
      case "column" -> add(table, attribute("name"), comments(), line);
      default -> {
        // foreign keys and the like are known from the schema
      }
    }
  }

  private void add(String relation, String column, String text, int line) {
    if (!text.isBlank()) {
      found.add(new Description(relation, column, text.strip(), line));
    }
  }

  /** Older files call them remarks. */
  private String comments() {
    return attribute("comments").isEmpty() ? attribute("remarks") : attribute("comments");
  }

  private String attribute(String key) {
    String value = in.getAttributeValue(null, key);
    return value == null ? "" : value.strip();
  }
}
