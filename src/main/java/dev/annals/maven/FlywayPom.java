package dev.annals.maven;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a POM says to Flyway: in the Flyway plugin's configuration, and in properties. */
final class FlywayPom {

  private static final String PLUGIN = "org.flywaydb:flyway-maven-plugin";
  private static final String PREFIX = "flyway.";

  private FlywayPom() {}

  /** Settings as Flyway calls them, without {@code flyway.}. */
  static Map<String, String> of(MavenProject project) {
    Map<String, String> settings = new TreeMap<>();
    project.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(
            name ->
                settings.put(
                    name.substring(PREFIX.length()), project.getProperties().getProperty(name)));
    Plugin plugin = plugin(project);
    if (plugin != null && plugin.getConfiguration() != null) {
      settings.putAll(read(plugin.getConfiguration().toString()));
    }
    return settings;
  }

  /** The plugin, though it may only be managed and never run. */
  private static Plugin plugin(MavenProject project) {
    Plugin used = project.getPlugin(PLUGIN);
    return used != null || project.getPluginManagement() == null
        ? used
        : project.getPluginManagement().getPluginsAsMap().get(PLUGIN);
  }

  /** Maven's own trees are of another library with each major; as text they are all the same. */
  static Map<String, String> read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      Map<String, String> settings = new TreeMap<>();
      for (Element each : children(root)) {
        take(each, settings);
      }
      return settings;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("Maven's own XML cannot be read", e);
    }
  }

  private static void take(Element setting, Map<String, String> settings) {
    String name = setting.getTagName();
    List<Element> parts = children(setting);
    if (name.equals("placeholders")) {
      parts.forEach(
          part -> settings.put(name + "." + part.getTagName(), part.getTextContent().strip()));
    } else if (parts.isEmpty()) {
      settings.put(name, setting.getTextContent().strip());
    } else {
      settings.put(
          name, String.join(",", parts.stream().map(p -> p.getTextContent().strip()).toList()));
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
