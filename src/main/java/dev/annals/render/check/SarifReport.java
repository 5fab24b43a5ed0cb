package dev.annals.render.check;

import dev.annals.model.gate.Report;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.RulePage;
import dev.annals.model.story.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report in SARIF 2.1.0, for code scanning. What is ignored, in the baseline or a hint is left
 * out: readers of this format show whatever is in it.
 */
public final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Report report;
  private final Places places;
  private final Map<String, RulePage> pages;
  private final List<String> rules;

  private SarifReport(Report report) {
    this.report = report;
    this.places = new Places(report.chronicle());
    this.pages =
        report.rules().stream().collect(Collectors.toMap(RulePage::id, Function.identity()));
    SortedSet<String> used = new TreeSet<>();
    report.told().forEach(finding -> used.add(finding.rule()));
    this.rules = List.copyOf(used);
  }

  /** The report; the same report gives the same bytes. */
  public static byte[] write(Report report) {
    ObjectNode root = new SarifReport(report).root();
    return (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode root() {
    ObjectNode root = JSON.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Annals").put("version", report.version());
    ArrayNode descriptors = driver.putArray("rules");
    rules.forEach(rule -> descriptors.add(descriptor(rule)));
    run.put("columnKind", "utf16CodeUnits");
    ArrayNode results = run.putArray("results");
    report.told().forEach(finding -> results.add(result(finding)));
    return root;
  }

  private ObjectNode descriptor(String rule) {
    ObjectNode node = JSON.objectNode().put("id", rule);
    RulePage page = pages.get(rule);
    if (page != null) {
      node.putObject("shortDescription").put("text", page.title());
      node.putObject("fullDescription").put("text", plain(page.effect()));
      String help =
          page.condition() + "\n\n" + page.effect() + "\n\n**Instead.** " + page.instead();
      node.putObject("help").put("text", plain(help)).put("markdown", help);
    }
    Severity severity =
        report.told().stream()
            .filter(finding -> finding.rule().equals(rule))
            .map(Finding::severity)
            .max(Severity::compareTo)
            .orElse(Severity.WARNING);
    node.putObject("defaultConfiguration").put("level", level(severity));
    node.putObject("properties").putArray("tags").add("database").add("schema");
    return node;
  }

  private static String plain(String markdown) {
    return markdown.replaceAll("[`*]", "").replaceAll("(?<!\n)\n(?!\n)", " ");
  }

  private ObjectNode result(Finding finding) {
    ObjectNode node = JSON.objectNode();
    node.put("ruleId", finding.rule()).put("ruleIndex", rules.indexOf(finding.rule()));
    node.put("level", level(finding.severity()));
    node.putObject("message").put("text", withoutLinks(Words.of(finding)));
    ObjectNode location = node.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical
        .putObject("artifactLocation")
        .put("uri", Uris.of(report.file(finding)))
        .put("uriBaseId", "%SRCROOT%");
    ObjectNode region = physical.putObject("region").put("startLine", Math.max(1, finding.line()));
    places
        .of(finding)
        .ifPresent(
            place -> {
              region.put("startColumn", place.start()).put("endColumn", place.end());
              region.putObject("snippet").put("text", place.text());
            });
    if (!finding.subjects().isEmpty()) {
      ArrayNode logical = location.putArray("logicalLocations");
      for (ObjectRef ref : finding.subjects()) {
        logical
            .addObject()
            .put("name", ref.name())
            .put("fullyQualifiedName", ref.qualified())
            .put("kind", ref.kind().label());
      }
    }
    node.putObject("partialFingerprints").put("annals/v1", finding.fingerprint());
    ObjectNode more = node.putObject("properties").put("confidence", finding.confidence().label());
    more.put("precision", precision(finding.confidence()));
    if (!finding.migration().isEmpty()) {
      more.put("migration", finding.migration());
    }
    return node;
  }

  /** Names are not ours: what looks like a link would be one (SARIF, section 3.11.6). */
  private static String withoutLinks(String text) {
    return text.replace("](", "] (");
  }

  private static String precision(Confidence confidence) {
    return confidence == Confidence.HIGH ? "very-high" : confidence.label();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }
}
