package dev.annals.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample project, built by Maven with the plugin as it would be installed. Maven gets a local
 * repository of its own, with nothing but the plugin in it, and sees the user's as a remote one:
 * nothing is fetched over a network.
 */
class MavenPluginIT {

  @TempDir static Path temp;

  private static final Path CLASSES = Path.of("target/classes");
  private static Path project;

  /**
   * How Maven ended.
   *
   * @param code its exit code
   * @param said what it printed
   */
  private record Ended(int code, String said) {}

  @BeforeAll
  static void install() throws IOException {
    Assumptions.assumeTrue(maven() != null, "There is no mvn on the PATH.");
    Assumptions.assumeTrue(
        Files.exists(CLASSES.resolve("META-INF/maven/plugin.xml")),
        "The plugin's descriptor is made by Maven (process-classes).");
    String version = System.getProperty("annals.version");
    Path home = temp.resolve("repository/dev/annals/annals").resolve(version);
    Files.createDirectories(home);
    Files.copy(Path.of("pom.xml"), home.resolve("annals-" + version + ".pom"));
    jar(home.resolve("annals-" + version + ".jar"));
    Files.writeString(
        temp.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%1$s</localRepository>
          <profiles><profile>
            <id>user</id>
            <repositories><repository>%2$s</repository></repositories>
            <pluginRepositories><pluginRepository>%2$s</pluginRepository></pluginRepositories>
          </profile></profiles>
          <activeProfiles><activeProfile>user</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(
                temp.resolve("repository"),
                "<id>central</id><url>%s</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
                    .formatted(repository().toUri())));
    project = temp.resolve("shop");
    copy(Path.of("examples/maven"), project);
    Path pom = project.resolve("pom.xml");
    String sample = Files.readString(pom);
    assertTrue(sample.contains("<plugins>"), sample);
    Files.writeString(pom, sample.replaceFirst("<plugins>", "<plugins>" + UNPACKED));
  }

  /** Maven fetches what packaging needs only when it packages: this build has not come to that. */
  private static final String UNPACKED =
      """
      <plugin>
        <artifactId>maven-jar-plugin</artifactId>
        <executions><execution><id>default-jar</id><phase>none</phase></execution></executions>
      </plugin>
      """;

  private static Path repository() {
    String set = System.getProperty("maven.repo.local", "");
    return set.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".m2", "repository")
        : Path.of(set);
  }

  private static Path maven() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private static void jar(Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(from.resolve("target"))) {
          Path copy = to.resolve(from.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static Ended mvn(String... arguments) throws IOException, InterruptedException {
    return mvn(project, arguments);
  }

  private static Ended mvn(Path project, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(maven().toString(), "-B", "-ntp", "-s", "../settings.xml"));
    command.addAll(List.of(arguments));
    Path log = temp.resolve("mvn.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    assertTrue(process.waitFor(4, TimeUnit.MINUTES), "Maven takes too long");
    String said = Files.readString(log, StandardCharsets.UTF_8);
    return new Ended(process.exitValue(), said.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void theSampleIsBuiltWithItsJavaMigrationAndItsCallbacks()
      throws IOException, InterruptedException {
    Ended built = mvn("verify");
    assertEquals(0, built.code(), built.said());
    Path site = project.resolve("target/annals");
    assertTrue(Files.exists(site.resolve("index.html")), built.said());
    String shelves = Files.readString(site.resolve("migrations/3.html"));
    assertTrue(shelves.contains("<code>db.migration.V3__Shelves</code>"), shelves);
    assertTrue(shelves.contains("library.shelf"), shelves);
    assertFalse(shelves.contains("id=\"L1\""), shelves);
    String last = Files.readString(site.resolve("migrations/4.html"));
    assertTrue(last.contains("afterMigrate__rights.sql"), last);
    String schema = Files.readString(site.resolve("schema.json"));
    assertTrue(schema.contains("library_reader"), schema);
    assertTrue(schema.contains("migrate, do not edit"), schema);
    assertFalse(
        built.said().lines().anyMatch(line -> !line.isBlank() && !line.startsWith("[")),
        built.said());

    Ended strict = mvn("annals:check", "-Dannals.failOn=info");
    assertNotEquals(0, strict.code(), strict.said());
    assertTrue(strict.said().contains("the gate is not passed"), strict.said());

    Files.writeString(
        project.resolve("src/main/resources/db/migration/V5__wrong.sql"),
        "SELECT 1;\nALTER TABLE nowhere ADD COLUMN x int;\n");
    Ended broken = mvn("process-classes", "annals:build");
    assertNotEquals(0, broken.code(), broken.said());
    assertTrue(broken.said().contains("V5__wrong.sql:2: relation \"nowhere\""), broken.said());
    assertTrue(Files.exists(site.resolve("index.html")), "the former site is untouched");
    Files.delete(project.resolve("src/main/resources/db/migration/V5__wrong.sql"));
  }

  @Test
  void notesOfARangeGoToAFile() throws IOException, InterruptedException {
    Ended ended = mvn("process-classes", "annals:notes", "-Dannals.range=2..4");
    assertEquals(0, ended.code(), ended.said());
    String notes = Files.readString(project.resolve("target/annals-notes.md"));
    assertTrue(notes.contains("shelf"), notes);
  }

  private static final String ROOMS =
      """
      package db.migration;
      import org.flywaydb.core.api.migration.BaseJavaMigration;
      import org.flywaydb.core.api.migration.Context;
      public class V6__Rooms extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
          try (var statement = context.getConnection().createStatement()) {
            statement.execute("CREATE TABLE room (name text PRIMARY KEY)");
          }
        }
      }
      """;

  @Test
  void aChangeIsPreviewedWithTheClassesThatItsCommitsHave() throws Exception {
    Path change = temp.resolve("change");
    copy(project, change);
    Path code = change.resolve("src/main/java/db/migration");
    try (Git git = Git.init().setDirectory(change.toFile()).setInitialBranch("main").call()) {
      Files.writeString(change.resolve(".gitignore"), "target/\n");
      commit(git);
      git.checkout().setCreateBranch(true).setName("rooms").call();
      Files.writeString(code.resolve("V6__Rooms.java"), ROOMS);
      Path shelves = code.resolve("V3__Shelves.java");
      Files.writeString(shelves, Files.readString(shelves) + "// edited\n");
      commit(git);
    }
    Ended ended = mvn(change, "process-classes", "annals:diff", "-Dannals.range=main..rooms");
    assertEquals(0, ended.code(), ended.said());
    String preview = Files.readString(change.resolve("target/annals-diff.md"));
    assertTrue(preview.contains("library.room"), preview);
    assertFalse(preview.contains("New table library.shelf"), preview);
    assertTrue(preview.contains("V3\\_\\_Shelves.java is otherwise than at main"), preview);
    assertTrue(ended.said().contains("4 migrations at the base, 1 to run"), ended.said());
  }

  private static void commit(Git git) throws GitAPIException {
    PersonIdent who = new PersonIdent("Ada", "ada@example.org");
    git.add().addFilepattern(".").call();
    git.commit().setMessage("change").setAuthor(who).setCommitter(who).setSign(false).call();
  }

  @Test
  void theGoalsAreTold() throws IOException, InterruptedException {
    Ended ended = mvn("annals:help", "-Dgoal=diff");
    assertEquals(0, ended.code(), ended.said());
    assertTrue(ended.said().contains("annals:diff"), ended.said());
    assertTrue(ended.said().contains("failOn (-Dannals.failOn), never by default"), ended.said());
    assertFalse(ended.said().contains("annals:build"), ended.said());
  }

  @Test
  void whatThePomSaysToFlywayIsRead() {
    assertEquals(
        Map.of("schemas", "a,b", "placeholders.x", "1", "encoding", "UTF-8"),
        FlywayPom.read(
            "<configuration><schemas><schema>a</schema><schema>b</schema></schemas>"
                + "<placeholders><x>1</x></placeholders><encoding>UTF-8</encoding>"
                + "</configuration>"));
  }
}
