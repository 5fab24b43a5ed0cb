package dev.annals.maven;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Tells which goals there are, and with {@code -Ddetail} what each can be told. */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public final class HelpMojo extends AbstractMojo {

  private static final String DESCRIPTOR = "/META-INF/maven/plugin.xml";

  /** True to tell the parameters, too. */
  @Parameter(property = "detail", defaultValue = "false")
  private boolean detail;

  /** One goal; all of them otherwise. */
  @Parameter(property = "goal")
  private String goal;

  @Override
  public void execute() throws MojoExecutionException {
    List<String> lines = new ArrayList<>();
    Element plugin = descriptor();
    lines.add("Annals " + text(plugin, "version"));
    for (Element mojo : children(plugin, "mojo")) {
      if (goal == null || goal.equals(text(mojo, "goal"))) {
        lines.add("");
        lines.add("annals:" + text(mojo, "goal"));
        lines.add("  " + text(mojo, "description"));
        if (detail || goal != null) {
          parameters(mojo, lines);
        }
      }
    }
    if (!detail && goal == null) {
      lines.add("");
      lines.add("-Ddetail tells the parameters of each, -Dgoal=NAME those of one.");
    }
    getLog().info(String.join(System.lineSeparator(), lines));
  }

  private static void parameters(Element mojo, List<String> lines) {
    for (Element each : children(mojo, "parameter")) {
      if (text(each, "editable").equals("true")) {
        lines.add("");
        lines.add("    " + text(each, "name") + value(mojo, text(each, "name")));
        lines.add("      " + text(each, "description"));
      }
    }
  }

  /** How a parameter is given on the command line, and what it is otherwise. */
  private static String value(Element mojo, String name) {
    for (Element configuration : children(mojo, "configuration")) {
      for (Element each : children(configuration, name)) {
        String property = each.getTextContent().strip();
        String otherwise = each.getAttribute("default-value");
        return (property.isEmpty() ? "" : " (-D" + property.replaceAll("[${}]", "") + ")")
            + (otherwise.isEmpty() ? "" : ", " + otherwise + " by default");
      }
    }
    return "";
  }

  private static Element descriptor() throws MojoExecutionException {
    try (InputStream in = HelpMojo.class.getResourceAsStream(DESCRIPTOR)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new MojoExecutionException("reading the plugin's own descriptor: " + e.getMessage(), e);
    }
  }

  private static List<Element> children(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    for (Element each : children(parent, name)) {
      return each.getTextContent().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }
    return "";
  }
}
