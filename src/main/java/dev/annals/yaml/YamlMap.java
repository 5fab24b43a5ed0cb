package dev.annals.yaml;

import dev.annals.model.Nearest;
import dev.annals.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A YAML mapping that knows its file and lines, so that whatever is wrong with it can be told where
 * it stands. Every mistake is a {@link Problem} of wrong configuration.
 */
public final class YamlMap {

  private final String file;
  private final String path;
  private final int line;
  private final Map<String, Node> nodes;
  private final UnaryOperator<String> expand;

  private YamlMap(
      String file, String path, int line, Map<String, Node> nodes, UnaryOperator<String> expand) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.nodes = nodes;
    this.expand = expand;
  }

  /**
   * Reads a text that is one mapping; an empty text is an empty one.
   *
   * @param file how the file is called in messages
   * @param expand applied to every plain text value, to fill in variables
   */
  public static YamlMap parse(String text, String file, UnaryOperator<String> expand) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).setUseMarks(true).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .map(node -> mapping(node, file, "", expand))
          .orElseGet(() -> new YamlMap(file, "", 1, Map.of(), expand));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      throw Problem.usage(
          "reading " + file + ":" + line + ": " + e.getProblem(), "Mend the YAML there.");
    } catch (YamlEngineException e) {
      throw Problem.usage("reading " + file + ": " + e.getMessage(), "Mend the YAML.");
    }
  }

  private static YamlMap mapping(
      Node node, String file, String path, UnaryOperator<String> expand) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(file, line(node), path, "keys with values");
    }
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw wrong(file, line(tuple.getKeyNode()), path, "plain keys");
      }
      if (nodes.put(key.getValue(), tuple.getValueNode()) != null) {
        throw Problem.usage(
            "reading " + file + ":" + line(key) + ": the key \"" + key.getValue() + "\" is twice",
            "Keep one of them.");
      }
    }
    return new YamlMap(file, path, line(node), nodes, expand);
  }

  /** Its keys, in the order of the file. */
  public Set<String> keys() {
    return nodes.keySet();
  }

  /**
   * The line on which a key's value begins, counted from 1; the map's own if it has no such key.
   */
  public int line(String key) {
    return nodes.containsKey(key) ? line(nodes.get(key)) : line;
  }

  /** How the file is called in messages. */
  public String file() {
    return file;
  }

  /** Refuses every other key, with the one that was probably meant. */
  public void allow(String... known) {
    List<String> names = List.of(known);
    for (String key : nodes.keySet()) {
      if (!names.contains(key)) {
        throw unknown(key, Nearest.suggestion(key, names), names);
      }
    }
  }

  /**
   * Refuses keys that are nearly one of these: what else is there is another program's to know, and
   * so is a key with a point in it.
   */
  public void refuseMistyped(Collection<String> known) {
    for (String key : nodes.keySet()) {
      String near = Nearest.suggestion(key, known);
      if (!known.contains(key) && !key.contains(".") && !near.isEmpty()) {
        throw unknown(key, near, known.stream().sorted().toList());
      }
    }
  }

  private Problem unknown(String key, String near, List<String> known) {
    return Problem.usage(
        "reading %s:%d: unknown key \"%s\"%s"
            .formatted(file, line(key), name(key), near.isEmpty() ? "" : ". " + near),
        "Known here: " + String.join(", ", known) + ".");
  }

  /** A text; numbers and flags are taken as they are written. */
  public String text(String key, String otherwise) {
    Node node = nodes.get(key);
    return node == null ? otherwise : scalar(key, node);
  }

  /** True or false. */
  public boolean flag(String key, boolean otherwise) {
    String text = text(key, Boolean.toString(otherwise));
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw wrong(file, line(key), name(key), "true or false");
    };
  }

  /** A list of texts; one text stands for a list of one. */
  public List<String> texts(String key) {
    Node node = nodes.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      String text = scalar(key, node);
      return text.isEmpty() ? List.of() : List.of(text);
    }
    return sequence.getValue().stream().map(item -> scalar(key, item)).toList();
  }

  /** A mapping below a key; empty where there is none. */
  public YamlMap map(String key) {
    Node node = nodes.get(key);
    return node == null || isNull(node)
        ? new YamlMap(file, name(key), line, Map.of(), expand)
        : mapping(node, file, name(key), expand);
  }

  /** A list of mappings below a key; empty where there is none. */
  public List<YamlMap> maps(String key) {
    Node node = nodes.get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong(file, line(node), name(key), "a list (lines that begin with \"- \")");
    }
    List<YamlMap> maps = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      maps.add(mapping(item, file, name(key) + "[" + maps.size() + "]", expand));
    }
    return maps;
  }

  /** All values as texts, lists joined by a comma; for what is passed on as it is. */
  public SortedMap<String, String> asTexts() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Node> entry : nodes.entrySet()) {
      if (!(entry.getValue() instanceof MappingNode)) {
        texts.put(entry.getKey(), String.join(", ", texts(entry.getKey())));
      }
    }
    return texts;
  }

  private String scalar(String key, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(file, line(node), name(key), "one text");
    }
    return isNull(node) ? "" : expand.apply(scalar.getValue());
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && List.of("", "null", "~").contains(scalar.getValue());
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static Problem wrong(String file, int line, String name, String wanted) {
    return Problem.usage(
        "reading %s:%d: %s should be %s"
            .formatted(file, line, name.isEmpty() ? "the file" : "\"" + name + "\"", wanted),
        "See the configuration section of the README.");
  }
}
