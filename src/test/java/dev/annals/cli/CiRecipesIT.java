package dev.annals.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.annals.publish.comment.CodeHost;
import dev.annals.publish.comment.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The ready-made recipes: their YAML is read, and their own shell lines run. */
class CiRecipesIT {

  private static final Path CI = Path.of("examples/ci");

  @TempDir static Path temp;
  private static DiffRepository shop;
  private static Path home;

  @BeforeAll
  static void shop() throws Exception {
    Assumptions.assumeTrue(works("bash", "--version"), "there is no bash here");
    Assumptions.assumeTrue(works("git", "--version"), "there is no git here");
    shop = new DiffRepository(temp);
    shop.write("migrations/V1__shop.sql", "CREATE TABLE orders (id int PRIMARY KEY, note text);");
    shop.commit("the shop");
    shop.push("main");
    shop.branch("feature", "main");
    shop.write("migrations/V2__mail.sql", "ALTER TABLE orders ADD COLUMN mail text;");
    shop.commit("mail");
    home = Files.createDirectories(temp.resolve("annals home"));
    Path launcher = home.resolve("annals");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec \"%s\" -cp \"%s\" dev.annals.cli.Main \"$@\"\n"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    assertTrue(launcher.toFile().setExecutable(true));
  }

  @AfterAll
  static void close() {
    if (shop != null) {
      shop.close();
    }
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<?, ?> yaml(Path file) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static Object at(Object node, Object... path) {
    Object found = node;
    for (Object step : path) {
      found = step instanceof Integer i ? ((List<?>) found).get(i) : ((Map<?, ?>) found).get(step);
    }
    return found;
  }

  private static List<String> lines(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  /** Runs lines as a CI does: it stops at the first that fails. */
  private static String run(List<String> lines, Map<String, String> variables) throws Exception {
    Path log = Files.createTempFile(temp, "log", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", String.join("\n", lines))
            .directory(shop.project().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.matches("(GITHUB|GITLAB|BITBUCKET|CI|ANNALS)_.*"));
    environment.put("ANNALS_HOME", home.toString());
    environment.put("RUNNER_TEMP", temp.toString());
    environment.putAll(variables);
    Process process = builder.start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it takes too long");
    String said = Files.readString(log);
    assertEquals(0, process.exitValue(), said);
    assertFalse(said.contains(CodeHost.TOKEN), said);
    return said;
  }

  private static void commented(CodeHost host) {
    assertEquals(1, host.comments().size());
    assertTrue(
        host.comments().get(0).contains("Column orders.mail is new"), host.comments().get(0));
    assertTrue(host.requests().stream().anyMatch(asked -> asked.contains("status")));
  }

  @Test
  void gitHub() throws Exception {
    Map<?, ?> action = yaml(CI.resolve("github/action.yml"));
    assertEquals("composite", at(action, "runs", "using"));
    Map<String, String> variables = new TreeMap<>();
    Matcher input = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}").matcher("");
    for (Map.Entry<?, ?> variable :
        ((Map<?, ?>) at(action, "runs", "steps", 0, "env")).entrySet()) {
      if (input.reset((String) variable.getValue()).matches()) {
        Object otherwise = at(action, "inputs", input.group(1), "default");
        variables.put((String) variable.getKey(), (String) otherwise);
      }
    }
    assertEquals("github", variables.get("HOST"));
    try (CodeHost host = new CodeHost(Platform.GITHUB)) {
      Path output = temp.resolve("output.txt");
      variables.put("ANNALS_TOKEN", CodeHost.TOKEN);
      variables.put("SET_STATUS", "true");
      variables.put("GITHUB_OUTPUT", output.toString());
      variables.put("GITHUB_REPOSITORY", "ada/shop");
      variables.put("GITHUB_REF", "refs/pull/7/merge");
      variables.put("GITHUB_SHA", "0123456789abcdef");
      variables.put("GITHUB_BASE_REF", "main");
      variables.put("GITHUB_API_URL", host.api());
      run(List.of((String) at(action, "runs", "steps", 0, "run")), variables);
      commented(host);
      Path page = Path.of(Files.readString(output).strip().replaceFirst("^page=", ""));
      assertTrue(Files.readString(page).startsWith("<!doctype html>"));
    }
    Map<?, ?> workflow = yaml(CI.resolve("github/pull-request.yml"));
    assertEquals("write", at(workflow, "permissions", "pull-requests"));
    assertEquals(0, at(workflow, "jobs", "preview", "steps", 0, "with", "fetch-depth"));
    Map<?, ?> given = (Map<?, ?>) at(workflow, "jobs", "preview", "steps", 2, "with");
    assertTrue(((Map<?, ?>) at(action, "inputs")).keySet().containsAll(given.keySet()));
  }

  @Test
  void gitLab() throws Exception {
    Map<?, ?> template = yaml(CI.resolve("gitlab/annals.gitlab-ci.yml"));
    assertEquals("0", at(template, ".annals", "variables", "GIT_DEPTH"));
    List<String> lines = new ArrayList<>(lines(at(template, ".annals", "before_script")));
    lines.addAll(lines(at(template, "annals-diff", "script")));
    try (CodeHost host = new CodeHost(Platform.GITLAB)) {
      run(
          lines,
          Map.of(
              "ANNALS_PROJECT",
              (String) at(template, ".annals", "variables", "ANNALS_PROJECT"),
              "ANNALS_FAIL_ON",
              (String) at(template, ".annals", "variables", "ANNALS_FAIL_ON"),
              "GITLAB_TOKEN",
              CodeHost.TOKEN,
              "CI_API_V4_URL",
              host.api(),
              "CI_MERGE_REQUEST_PROJECT_ID",
              "ada/shop",
              "CI_MERGE_REQUEST_IID",
              "7",
              "CI_COMMIT_SHA",
              "0123456789abcdef",
              "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
              "main"));
      commented(host);
    }
    assertEquals(
        at(template, "annals-diff", "artifacts", "paths", 0), artefact("annals-diff.html"));
  }

  @Test
  void bitbucket() throws Exception {
    Map<?, ?> pipelines = yaml(CI.resolve("bitbucket/bitbucket-pipelines.yml"));
    Object step = at(pipelines, "pipelines", "pull-requests", "**", 0, "step");
    try (CodeHost host = new CodeHost(Platform.BITBUCKET)) {
      List<String> lines =
          lines(at(step, "script")).stream()
              .map(line -> line.replace(" diff ", " diff --api-url " + host.api() + " "))
              .toList();
      run(
          lines,
          Map.of(
              "BITBUCKET_TOKEN", CodeHost.TOKEN,
              "BITBUCKET_REPO_FULL_NAME", "ada/shop",
              "BITBUCKET_PR_ID", "7",
              "BITBUCKET_COMMIT", "0123456789abcdef",
              "BITBUCKET_PR_DESTINATION_BRANCH", "main"));
      commented(host);
      assertTrue(host.comments().get(0).startsWith("[//]: # (annals-diff)"));
      assertFalse(host.comments().get(0).contains("<details>"));
    }
    assertEquals(at(step, "artifacts", 0), artefact("annals-diff.html"));
  }

  private static String artefact(String name) throws IOException {
    Files.delete(shop.project().resolve(name));
    return name;
  }

  @Test
  void jenkins() throws Exception {
    String file = Files.readString(CI.resolve("jenkins/Jenkinsfile"));
    Matcher shell = Pattern.compile("(?s)sh '''\\n(.*?)\\n\\s*'''").matcher(file);
    assertTrue(shell.find());
    try (CodeHost host = new CodeHost(Platform.GITHUB)) {
      String lines =
          shell
              .group(1)
              .replace(" diff ", " diff --api-url " + host.api() + " ")
              .replace("$(git rev-parse HEAD)", "0123456789abcdef");
      run(
          List.of(lines),
          Map.of(
              "ANNALS_TOKEN", CodeHost.TOKEN,
              "ANNALS_HOST", "github",
              "ANNALS_PROJECT", "ada/shop",
              "CHANGE_ID", "7",
              "CHANGE_TARGET", "main"));
      commented(host);
    }
    artefact("annals-diff.html");
  }

  @Test
  void preCommit() throws Exception {
    Object hook =
        ((List<?>)
                new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(Path.of(".pre-commit-hooks.yaml"))))
            .get(0);
    assertTrue(Files.isExecutable(Path.of((String) at(hook, "entry"))));
    List<String> arguments = lines(at(hook, "args"));
    shop.write("migrations/V1__shop.sql", "CREATE TABLE orders (id int PRIMARY KEY);");
    try {
      assertEquals(1, shop.run(arguments.toArray(String[]::new)).code());
    } finally {
      shop.write("migrations/V1__shop.sql", "CREATE TABLE orders (id int PRIMARY KEY, note text);");
    }
    assertEquals(0, shop.run(arguments.toArray(String[]::new)).code());
  }
}
