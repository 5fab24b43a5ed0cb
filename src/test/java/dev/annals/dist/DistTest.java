package dev.annals.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is handed out besides the jar: it names what there is, and runs where it is put. */
class DistTest {

  private static final Path DIST = Path.of("src/dist");

  @TempDir Path temp;

  private static Document pom() throws IOException {
    return Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser());
  }

  private static String filled(String text, Document pom) {
    Matcher name = Pattern.compile("\\$\\{([a-z.]+)}").matcher(text);
    return name.replaceAll(
        each ->
            Matcher.quoteReplacement(
                pom.select("project > properties > *").stream()
                    .filter(property -> property.tagName().equals(each.group(1)))
                    .map(Element::text)
                    .findFirst()
                    .orElseThrow()));
  }

  @Test
  void everyLibraryIsListedWithItsVersionAndLicence() throws IOException {
    String list = Files.readString(DIST.resolve("THIRD-PARTY.txt"));
    Document pom = pom();
    int found = 0;
    for (Element each : pom.select("project > dependencies > dependency")) {
      if (List.of("test", "provided").contains(each.select("> scope").text())) {
        continue; // not handed out
      }
      String artifact =
          each.select("> artifactId").text().replace("${postgresql.platform}", "PLATFORM");
      String version = filled(each.select("> version").text(), pom);
      String line =
          Pattern.quote(each.select("> groupId").text() + ":" + artifact)
              + " +"
              + Pattern.quote(version)
              + " +\\S.*";
      assertTrue(
          Pattern.compile("(?m)^" + line + "$").matcher(list).find(),
          artifact + " " + version + " is not in THIRD-PARTY.txt");
      found++;
    }
    assertTrue(found > 20, "the pattern finds too little: " + found);
  }

  @Test
  void theCatalogueNamesThisArtifact() throws IOException {
    Document pom = pom();
    JsonNode annals =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(DIST.resolve("jbang-catalog.json")))
            .at("/aliases/annals");
    assertEquals(
        String.join(
            ":",
            pom.select("project > groupId").text(),
            pom.select("project > artifactId").text(),
            pom.select("project > version").text()),
        annals.get("script-ref").asString());
    assertTrue(
        Files.exists(
            Path.of("src/main/java", annals.get("main").asString().replace('.', '/') + ".java")));
  }

  @Test
  void theDockerfileCopiesWhatThereIsAndRunsAsNobodyMuch() throws IOException {
    List<String> lines =
        Files.readString(DIST.resolve("Dockerfile"))
            .replace("\\\n", " ")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    String user = "root";
    for (String line : lines) {
      List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
      String verb = words.remove(0);
      switch (verb) {
        case "FROM" ->
            assertTrue(
                words.get(0).matches("[a-z-]+:\\d+\\.\\d+\\.\\d+[\\w.-]*"),
                "not pinned, or from a host of its own: " + line);
        case "COPY" -> {
          boolean built = words.removeIf(word -> word.startsWith("--from="));
          for (String source : words.subList(0, words.size() - 1)) {
            assertTrue(
                built ? source.startsWith("/source/target/") : Files.exists(Path.of(source)), line);
          }
        }
        case "USER" -> user = words.get(0);
        case "RUN" -> assertFalse(line.contains("sudo") || line.contains("curl"), line);
        case "WORKDIR", "ENV", "VOLUME" -> assertFalse(words.isEmpty(), line);
        case "ENTRYPOINT", "CMD" -> assertTrue(words.get(0).startsWith("["), "no shell: " + line);
        default -> throw new AssertionError("unexpected: " + line);
      }
    }
    assertEquals("annals", user, "the last user");
  }

  private int run(Path command, Map<String, String> environment) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", command.toString(), "explain");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(temp.resolve("out.txt").toFile());
    return builder.start().waitFor();
  }

  /** A Java that tells how it is called, and writes the archive that it is asked for. */
  private Path java() throws IOException {
    Path java = Files.createDirectories(temp.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        for each in "$@"; do
          case $each in -XX:ArchiveClassesAtExit=*) : > "${each#*=}" ;; esac
        done
        echo "$*" >> "$CALLS"
        echo "$LC_ALL" >> "$CALLS.locale"
        """);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return java.getParent().getParent();
  }

  @Test
  void theLauncherRunsWhereItIsUnpackedAndThroughALink() throws Exception {
    Path home = Files.createDirectories(temp.resolve("opt/an nals"));
    Files.copy(Path.of("annals"), home.resolve("annals"));
    Files.writeString(home.resolve("annals-app.jar"), "a jar", StandardCharsets.UTF_8);
    Path link = Files.createDirectories(temp.resolve("bin")).resolve("annals");
    Files.createSymbolicLink(link, Path.of("../opt/an nals/annals"));
    Path calls = temp.resolve("calls.txt");
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME", java().toString(),
            "CALLS", calls.toString(),
            "ANNALS_CACHE", temp.resolve("cache").toString());
    assertEquals(0, run(link, environment), Files.readString(temp.resolve("out.txt")));
    List<String> first = Files.readAllLines(calls);
    assertEquals(2, first.size(), first::toString);
    assertTrue(first.get(0).contains("build -q --offline --no-cache"), first.get(0));
    assertTrue(
        first.get(1).contains("-cp " + home.toRealPath().resolve("annals-app.jar") + " "),
        first.get(1));
    assertTrue(first.get(1).contains("-XX:SharedArchiveFile="), first.get(1));
    assertTrue(first.get(1).endsWith("dev.annals.cli.Main explain"), first.get(1));
    assertEquals(0, run(home.resolve("annals"), environment));
    assertEquals(3, Files.readAllLines(calls).size(), "the archive is made once");
  }

  @Test
  void whereThereIsNoLocaleNamesOfFilesAreStillReadAsUtf8() throws Exception {
    Path home = Files.createDirectories(temp.resolve("opt"));
    Files.copy(Path.of("annals"), home.resolve("annals"));
    Files.writeString(home.resolve("annals-app.jar"), "a jar", StandardCharsets.UTF_8);
    Files.writeString(home.resolve("annals-app.jsa"), "an archive", StandardCharsets.UTF_8);
    Path calls = temp.resolve("calls.txt");
    for (String locale : List.of("", "C", "POSIX", "de_DE.UTF-8")) {
      Map<String, String> environment =
          Map.of(
              "JAVA_HOME",
              java().toString(),
              "CALLS",
              calls.toString(),
              "LANG",
              "",
              "LC_CTYPE",
              "",
              "LC_ALL",
              locale);
      assertEquals(0, run(home.resolve("annals"), environment));
    }
    assertEquals(
        List.of("C.UTF-8", "C.UTF-8", "C.UTF-8", "de_DE.UTF-8"),
        Files.readAllLines(Path.of(calls + ".locale")));
  }
}
