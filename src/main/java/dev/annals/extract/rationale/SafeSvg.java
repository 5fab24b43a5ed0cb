package dev.annals.extract.rationale;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * An SVG picture without what could run, load or lead anywhere: scripts, foreign elements, handlers
 * of events, and addresses other than places within the picture itself and pictures that it holds.
 */
final class SafeSvg {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "foreignobject",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "animate",
          "set",
          "animatetransform",
          "animatemotion",
          "discard",
          "handler",
          "listener");
  private static final Pattern INNER =
      Pattern.compile("(?i)#.*|data:image/(png|jpeg|gif|webp);base64,[a-z0-9+/=\\s]*");

  /** A backslash may hide the other words from us, and not from a browser. */
  private static final Pattern LOADING =
      Pattern.compile(
          "(?is).*(\\\\|@import|expression\\s*\\(|javascript:|url\\s*\\(\\s*[\"']?(?!\\s*#)).*");

  private final XMLStreamReader in;
  private final XMLStreamWriter out;

  private SafeSvg(XMLStreamReader in, XMLStreamWriter out) {
    this.in = in;
    this.out = out;
  }

  /** The picture made safe; nothing where it is none. */
  static byte[] of(byte[] svg) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(svg.length);
    try {
      XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(svg));
      XMLStreamWriter out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      boolean drawn = new SafeSvg(in, out).copy();
      out.flush();
      return drawn ? bytes.toByteArray() : new byte[0];
    } catch (XMLStreamException e) {
      return new byte[0];
    }
  }

  private boolean copy() throws XMLStreamException {
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          boolean root = depth == 0;
          if (root && !(in.getLocalName().equals("svg") && isSvg())) {
            return false;
          }
          if (isDropped()) {
            skip();
          } else if (in.getLocalName().equals("style")) {
            style();
          } else {
            start(root);
            depth++;
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          out.writeEndElement();
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth > 0) {
            out.writeCharacters(in.getText());
          }
        }
        default -> {
          // comments, instructions and document types are not needed to draw
        }
      }
    }
    return depth == 0;
  }

  private boolean isSvg() {
    String space = in.getNamespaceURI();
    return space == null || space.isEmpty() || space.equals(SVG);
  }

  private boolean isDropped() {
    return !isSvg() || DROPPED.contains(in.getLocalName().toLowerCase(Locale.ROOT));
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  private void start(boolean root) throws XMLStreamException {
    out.writeStartElement(in.getLocalName());
    if (root) {
      out.writeDefaultNamespace(SVG);
      out.writeNamespace("xlink", XLINK);
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attribute(i);
    }
  }

  private void style() throws XMLStreamException {
    String css = in.getElementText();
    out.writeStartElement("style");
    out.writeCharacters(LOADING.matcher(css).matches() ? "" : css);
    out.writeEndElement();
  }

  private void attribute(int i) throws XMLStreamException {
    String name = in.getAttributeLocalName(i);
    String value = in.getAttributeValue(i);
    String space = in.getAttributeNamespace(i);
    String lower = name.toLowerCase(Locale.ROOT);
    boolean link = lower.equals("href") || lower.equals("src");
    if (lower.startsWith("on")
        || (link && !INNER.matcher(value.strip()).matches())
        || LOADING.matcher(value).matches()) {
      return;
    }
    if (XLINK.equals(space)) {
      out.writeAttribute("xlink", XLINK, name, value);
    } else if (space == null || space.isEmpty()) {
      out.writeAttribute(name, value);
    }
  }
}
