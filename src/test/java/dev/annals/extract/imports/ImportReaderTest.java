package dev.annals.extract.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReaderTest {

  @TempDir Path temp;

  private List<String> read(String name, String text) throws IOException {
    Path file = Files.writeString(temp.resolve(name), text);
    return ImportReader.read(file).stream()
        .map(d -> d.line() + " " + d.relation() + "." + d.column() + ": " + d.text())
        .toList();
  }

  private void refused(String name, byte[] bytes, String... fragments) throws IOException {
    Path file = Files.write(temp.resolve(name), bytes);
    Problem problem = assertThrows(Problem.class, () -> ImportReader.read(file));
    assertEquals(Problem.Kind.USAGE, problem.kind());
    for (String fragment : fragments) {
      assertTrue(problem.getMessage().contains(fragment), problem::getMessage);
    }
  }

  private void refused(String name, String text, String... fragments) throws IOException {
    refused(name, text.getBytes(StandardCharsets.UTF_8), fragments);
  }

  @Test
  void schemaSpy() throws IOException {
    assertEquals(
        List.of(
            "3 .: A shop.",
            "5 orders.: What was bought.",
            "6 orders.id: Counted.",
            "8 crm.ticket.text: <b> & more"),
        read(
            "schemameta.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <schemaMeta xmlns="http://schemaspy.org/xsd/6/schemameta">
              <comments>A shop.</comments>
              <tables>
                <table name="orders" comments="What was bought.">
                  <column name="id" comments="Counted." primaryKey="true"/><column name="x"/></table>
                <table name="ticket" remoteSchema="crm">
                  <column name="text" remarks="&lt;b&gt; &amp; more"/></table>
              </tables>
            </schemaMeta>
            """));
  }

  @Test
  void schemaSpyThatIsNone() throws IOException {
    refused("a.xml", "<schemaMeta>\n<tables>\n", "a.xml:3: it is no XML");
    refused("a.xml", "<html/>", "its root is <html>");
    refused("a.xml", "not xml", "a.xml:1: it is no XML");
    Path secret = Files.writeString(temp.resolve("secret"), "root:x:0");
    refused(
        "a.xml",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]>\n"
            + "<schemaMeta><comments>&e;</comments></schemaMeta>",
        "a.xml:1: it has a document type");
    refused(
        "a.xml",
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><schemaMeta/>",
        "document type");
  }

  @Test
  void tbls() throws IOException {
    assertEquals(
        List.of("1 .: A shop.", "5 orders.: What was bought.", "8 orders.id: Counted."),
        read(
            ".tbls.yml",
            """
            desc: A shop.
            dsn: postgres://u:p@localhost/shop
            comments:
              -
                table: orders
                tableComment: What was bought.
                columnComments:
                  id: Counted.
            """));
    refused(".tbls.yml", "comments: [a\n", ".tbls.yml:2");
    refused(".tbls.yml", "comments:\n  - tableComment: x\n", ".tbls.yml:2", "names no \"table\"");
    refused("docker-compose.yml", "services: {}\n", "holds no \"comments\"");
    refused(".tbls.yml", new byte[] {'a', (byte) 0xE4}, "not UTF-8");
  }

  @Test
  void dbml() throws IOException {
    assertEquals(
        List.of(
            "2 .: A shop.",
            "4 orders.: It's what was bought.",
            "5 orders.id: Counted.",
            "8 orders.status: new or paid",
            "16 crm.ticket.: Two\n  lines",
            "21 crm.ticket.note: Words."),
        read(
                "shop.dbml",
                """
            Project shop { database_type: 'PostgreSQL'  note: 'ignored here' }
            Project { Note: 'A shop.' }
            // Table ghost { id int [note: 'no'] }
            Table orders as O [headercolor: #fff, note: 'It\\'s what was bought.'] {
              id integer [pk, increment, note: 'Counted.'] /* int */
              status "order status" [
                not null, default: `'{'`,
                note: 'new or paid'
              ]
              indexes { (id, status) [note: 'not a column'] }
            }
            Enum state { new [note: 'fresh'] paid }
            Ref: orders.id > crm.ticket.order_id [delete: cascade]

            Table crm.ticket {
              Note: '''
                Two
                  lines
              '''
              note text [note: "no text",
                note: 'Words.']
            }
            TableGroup all { orders }
            """)
            .stream()
            .filter(line -> !line.contains("ignored"))
            .toList());
    refused("a.dbml", "Table a {\n id int [note: 'x\n", "a.dbml:2", "has no end");
    refused("a.dbml", "Table a {\n id int\n", "a.dbml:1", "has no end");
    refused("a.dbml", "Table a\n", "a.dbml:1", "has no body");
  }

  @Test
  void filesOfNoSortThatIsKnown() throws IOException {
    refused("a.csv", "a,b", "of no sort that is known");
    refused("big.dbml", new byte[16 * 1_048_576 + 1], "larger than 16 MB");
    Problem missing =
        assertThrows(Problem.class, () -> ImportReader.read(temp.resolve("none.xml")));
    assertTrue(missing.getMessage().contains("there is no such file"));
  }
}
