package dev.annals.render.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.annals.json.CheckJson;
import dev.annals.judge.Histories;
import dev.annals.judge.Judge;
import dev.annals.judge.JudgeSettings;
import dev.annals.judge.RuleBook;
import dev.annals.judge.diff.Objects;
import dev.annals.judge.diff.Snapshots;
import dev.annals.judge.gate.Gate;
import dev.annals.judge.gate.GateSettings;
import dev.annals.model.gate.Baseline;
import dev.annals.model.gate.Report;
import dev.annals.model.gate.Threshold;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.story.Chronicle;
import dev.annals.model.story.Confidence;
import dev.annals.model.story.Finding;
import dev.annals.model.story.Project;
import dev.annals.model.story.Severity;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every format holds every name, and says the same each time. */
class ReportsTest {

  /** A name that PostgreSQL takes, and that means something in every format. */
  private static final String HOSTILE =
      "a\"b<c>&]]>'%\r\n::error file=x::\u0001\u001b[31m[x](javascript:1)\u202e\ud83d\ude00,:";

  private static Report report(Threshold threshold, Finding... more) {
    Chronicle chronicle =
        Judge.judge(
            new Project("Shop", "", "", "docs/schema"),
            "shop",
            new Histories()
                .then(new Snapshots().with(1, Objects.table("public", HOSTILE)).done())
                .done(),
            List.of(),
            List.of(),
            List.of(),
            List.of(more),
            JudgeSettings.DEFAULT);
    Gate.Outcome outcome = Gate.apply(chronicle, GateSettings.DEFAULT, Baseline.NONE);
    return new Report(
        outcome.chronicle(),
        threshold,
        "",
        outcome.gone(),
        "annals.yml",
        "shop/",
        "1.2.3",
        RuleBook.pages());
  }

  private static Report hostile() {
    return report(
        Threshold.WARN,
        new Finding(
            "drift",
            Severity.ERROR,
            Confidence.HIGH,
            List.of(ObjectRef.table("public", HOSTILE)),
            "table " + HOSTILE + " is gone",
            "",
            "",
            "sql/V1__ä b,:%.sql",
            7,
            "1",
            ""));
  }

  @Test
  void jsonHoldsEverythingAndKeepsToItsSchema() {
    byte[] json = CheckJson.write(hostile());
    JsonNode node = JsonMapper.builder().build().readTree(json);
    assertEquals(
        List.of(),
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(CheckJson.schema(), StandardCharsets.UTF_8))
            .validate(node));
    assertTrue(node.get("failed").asBoolean());
    assertEquals(hostile().findings().size(), node.get("findings").size());
    assertTrue(node.get("findings").get(0).get("message").asString().contains(HOSTILE));
    assertEquals("open", node.get("findings").get(0).get("state").asString());
  }

  @Test
  void sarifPointsFromTheRootOfTheRepository() {
    JsonNode run =
        JsonMapper.builder().build().readTree(SarifReport.write(hostile())).get("runs").get(0);
    JsonNode result = run.get("results").get(0);
    assertEquals(
        "shop/sql/V1__%C3%A4%20b,%3A%25.sql",
        result.at("/locations/0/physicalLocation/artifactLocation/uri").asString());
    assertEquals(7, result.at("/locations/0/physicalLocation/region/startLine").asInt());
    assertEquals("error", result.get("level").asString());
    assertFalse(result.at("/message/text").asString().contains("]("), "a link that is none");
    JsonNode rules = run.at("/tool/driver/rules");
    for (JsonNode each : run.get("results")) {
      assertEquals(
          each.get("ruleId").asString(),
          rules.get(each.get("ruleIndex").asInt()).get("id").asString());
      assertTrue(each.at("/partialFingerprints/annals~1v1").asString().matches("[0-9a-f]{32}"));
    }
    assertEquals("1.2.3", run.at("/tool/driver/version").asString());
  }

  @Test
  void sarifKeepsToTheOfficialSchema() {
    String sarif = new String(SarifReport.write(hostile()), StandardCharsets.UTF_8);
    assertEquals(List.of(), SarifSchema.errors(sarif));
    for (String broken :
        List.of(
            sarif.replace("\"text\":", "\"txt\":"),
            sarif.replace("\"level\":\"error\"", "\"level\":\"fatal\""),
            sarif.replace("\"startLine\":7", "\"startLine\":0"),
            sarif.replace("shop/sql/V1__%C3%A4%20b", "shop/sql/V1__ b"))) {
      assertFalse(broken.equals(sarif), "nothing is broken");
      assertFalse(SarifSchema.errors(broken).isEmpty(), broken);
    }
  }

  @Test
  void junitIsXmlWhateverTheNames() throws Exception {
    Element root = xml(JunitReport.text(hostile()));
    assertEquals(hostile().told().size(), root.getElementsByTagName("testcase").getLength());
    assertEquals(hostile().failing().size(), root.getElementsByTagName("failure").getLength());
    assertEquals(Integer.toString(hostile().failing().size()), root.getAttribute("failures"));
    String text = root.getTextContent();
    assertTrue(text.contains("]]>'%") && text.contains("\ud83d\ude00"), text);
    assertFalse(text.contains("\u0001"));
  }

  @Test
  void junitHasATestThatPassesWhereNothingIsFound() throws Exception {
    Report nothing = report(Threshold.INFO);
    Report clean =
        new Report(
            nothing.chronicle().withFindings(List.of()),
            Threshold.INFO,
            "",
            List.of(),
            "annals.yml",
            "",
            "1",
            List.of());
    Element root = xml(JunitReport.text(clean));
    assertEquals(1, root.getElementsByTagName("testcase").getLength());
    assertEquals(0, root.getElementsByTagName("failure").getLength());
    assertEquals("[]\n", new String(GitlabReport.write(clean), StandardCharsets.UTF_8));
    assertEquals("", GithubReport.text(clean));
  }

  private static Element xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    return document.getDocumentElement();
  }

  @Test
  void noNameBeginsACommandOfItsOwn() {
    List<String> lines = GithubReport.text(hostile()).lines().toList();
    assertEquals(hostile().told().size(), lines.size());
    assertTrue(
        lines.stream().allMatch(line -> line.matches("::(error|warning|notice) file=.*")),
        lines::toString);
    assertTrue(
        lines.get(0).startsWith("::error file=shop/sql/V1__ä b%2C%3A%25.sql,line=7,title="),
        lines.get(0));
    assertTrue(lines.get(0).contains("%25%0D%0A::error file=x::"), lines.get(0));
  }

  @Test
  void gitlabKnowsEachFindingByAFingerprintOfItsOwn() {
    JsonNode all = JsonMapper.builder().build().readTree(GitlabReport.write(hostile()));
    List<String> prints =
        IntStream.range(0, all.size())
            .mapToObj(i -> all.get(i).get("fingerprint").asString())
            .toList();
    assertEquals(prints.size(), prints.stream().distinct().count());
    assertEquals("critical", all.get(0).get("severity").asString());
    assertEquals(1, all.get(1).at("/location/lines/begin").asInt());
  }

  @Test
  void nothingOfANameSteersTheTerminal() {
    for (boolean colour : new boolean[] {false, true}) {
      String text = new TerminalReport(hostile(), colour, true, 0).text();
      assertFalse(text.contains("\u001b[31m["), text);
      assertFalse(text.contains("\u202e") || text.contains("\r") || text.contains("\u0001"), text);
      assertEquals(colour, text.contains("\u001b["));
    }
  }

  private static Finding indexBuild(int line) {
    return new Finding(
        "blocking-index-build",
        Severity.WARNING,
        Confidence.HIGH,
        List.of(),
        "index " + line + " is built under lock",
        "Nobody can write meanwhile.",
        "Build it concurrently.",
        "sql/V1__all.sql",
        line,
        "1",
        "");
  }

  @Test
  void whatIsManyTimesTheSameIsFoldedAndCounted() {
    Report report =
        report(
            Threshold.NEVER,
            IntStream.rangeClosed(1, 40).mapToObj(ReportsTest::indexBuild).toArray(Finding[]::new));
    String text = new TerminalReport(report, false, false, 80).text();
    assertEquals(3, text.split("is built under lock").length - 1, text);
    assertEquals(1, text.split("Nobody can write meanwhile").length - 1, text);
    assertTrue(
        text.contains("… and 37 more of blocking-index-build: lines 4, 5, 6, 7, 8, 9, 10, 11, …"),
        text);
    assertTrue(text.contains("     40  blocking-index-build"), text);
    assertTrue(text.contains("41 warnings"), text);
    assertTrue(
        text.lines().filter(line -> line.startsWith("    ")).allMatch(line -> line.length() <= 82),
        text);
    String all = new TerminalReport(report, false, true, 0).text();
    assertEquals(40, all.split("is built under lock").length - 1, "-v folds nothing");
  }

  @Test
  void ofAThousandAFewOfEachRuleAreToldAndNothingIsWiderThanTheTerminal() {
    Report report =
        report(
            Threshold.NEVER,
            IntStream.rangeClosed(1, 1000)
                .mapToObj(ReportsTest::indexBuild)
                .toArray(Finding[]::new));
    String text = new TerminalReport(report, false, false, 80).text();
    assertEquals(5, text.split("is built under lock").length - 1, text);
    assertTrue(text.contains("  1000  blocking-index-build         5 of them above"), text);
    assertTrue(text.contains("-v tells all"), text);
    assertTrue(text.lines().count() < 80, text);
    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    assertEquals(
        1000,
        new TerminalReport(report, false, true, 80).text().split("is built under lock").length - 1);
  }

  @Test
  void theSameReportGivesTheSameText() {
    assertEquals(JunitReport.text(hostile()), JunitReport.text(hostile()));
    assertEquals(GithubReport.text(hostile()), GithubReport.text(hostile()));
  }
}
