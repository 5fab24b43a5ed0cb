package dev.annals.render.check;

import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;
import dev.annals.render.html.Sentences;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML: a suite for each file, a test for each finding that is told, which fails
 * where the finding does. Where nothing is told there is one test, and it passes.
 */
public final class JunitReport {

  private final Report report;
  private final XMLStreamWriter xml;

  private JunitReport(Report report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  /** The report; the same report gives the same text. */
  public static String text(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JunitReport(report, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    SortedMap<String, List<Finding>> files = new TreeMap<>();
    for (Finding finding : report.told()) {
      files.computeIfAbsent(report.file(finding), file -> new ArrayList<>()).add(finding);
    }
    xml.writeStartDocument("UTF-8", "1.0");
    line("");
    xml.writeStartElement("testsuites");
    attribute("name", "annals");
    counts(Math.max(1, report.told().size()), report.failing().size());
    if (files.isEmpty()) {
      suite("annals", List.of());
    }
    for (var file : files.entrySet()) {
      suite(file.getKey(), file.getValue());
    }
    line("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
    line("\n");
  }

  private void suite(String file, List<Finding> findings) throws XMLStreamException {
    line("\n");
    xml.writeStartElement("testsuite");
    attribute("name", file);
    long failing = findings.stream().filter(report::fails).count();
    counts(Math.max(1, findings.size()), failing);
    if (findings.isEmpty()) {
      test("nothing was found", file);
      xml.writeEndElement();
    }
    for (Finding finding : findings) {
      test(finding.rule() + ": " + Sentences.of(finding.message()), file);
      String text = place(finding) + "\n" + Words.of(finding);
      if (report.fails(finding)) {
        xml.writeStartElement("failure");
        attribute("message", Sentences.of(finding.message()));
        attribute("type", finding.rule());
      } else {
        xml.writeStartElement("system-out");
      }
      xml.writeCharacters(Xml.clean(finding.severity().label() + " " + text));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    line("\n");
    xml.writeEndElement();
  }

  private String place(Finding finding) {
    return report.file(finding) + (finding.line() > 0 ? ":" + finding.line() : "");
  }

  private void test(String name, String file) throws XMLStreamException {
    line("\n");
    xml.writeStartElement("testcase");
    attribute("name", name);
    attribute("classname", file);
    attribute("time", "0");
  }

  private void counts(int tests, long failures) throws XMLStreamException {
    attribute("tests", Integer.toString(tests));
    attribute("failures", Long.toString(failures));
    attribute("errors", "0");
    attribute("time", "0");
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Xml.clean(value));
  }

  private void line(String text) throws XMLStreamException {
    xml.writeCharacters(text);
  }
}
