package dev.annals.render.check;

import dev.annals.model.gate.Report;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Severity;
import dev.annals.render.html.Sentences;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report as GitLab's code quality JSON (GitLab documentation, "Code Quality report format"). */
public final class GitlabReport {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private GitlabReport() {}

  /** The report; the same report gives the same bytes. */
  public static byte[] write(Report report) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Finding finding : report.told()) {
      ObjectNode node = all.addObject();
      node.put("description", Sentences.of(finding.message()));
      node.put("check_name", finding.rule());
      node.put("fingerprint", finding.fingerprint());
      node.put("severity", severity(finding.severity()));
      ObjectNode location = node.putObject("location").put("path", report.file(finding));
      location.putObject("lines").put("begin", Math.max(1, finding.line()));
    }
    return (MAPPER.writeValueAsString(all) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO, HINT -> "info";
    };
  }
}
