package dev.annals.extract.replay.server;

import dev.annals.extract.catalog.postgresql.PostgresRecorder;
import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The data directory that every scratch server starts from: made once for an installation, kept
 * beside it, copied for each server.
 */
record ClusterTemplate(Installation installation, Supplier<Confinement> confinement) {

  private static final int BUILTIN_LOCALES = 17;
  private static final int CHECKSUMS_BY_DEFAULT = 18;
  private static final int SAFE_CREATEROLE = 16;
  private static final int PUBLIC_OF_DATABASE_OWNER = 15;

  /** The folder of the template; made where it is not there. */
  Path prepared() {
    Path target = installation.home().resolve("template-" + fingerprint());
    if (!Files.exists(target.resolve("PG_VERSION"))) {
      try {
        make(target);
      } catch (IOException e) {
        throw failed(e.getMessage());
      }
    }
    return target;
  }

  private void make(Path target) throws IOException {
    // Made in a folder of its own: with another owner it could not be made inside the cache.
    Path work = Files.createTempDirectory("annals-template-");
    try {
      Path reachable = reachableInstallation(work);
      confinement.get().give(work);
      Path data = work.resolve("data");
      run(initdb(reachable, data), "");
      Files.writeString(
          data.resolve("postgresql.conf"),
          ServerSql.sql("postgresql.conf"),
          StandardOpenOption.APPEND);
      String postgres = reachable.resolve("bin").resolve("postgres").toString();
      run(List.of(postgres, "--single", "-D", data.toString(), "template1"), sql());
      AtomicFolder.place(target, folder -> copy(data, folder));
    } finally {
      AtomicFolder.delete(work);
    }
  }

  private Path reachableInstallation(Path work) throws IOException {
    if (!confinement.get().otherOwner()) {
      return installation.home();
    }
    Path copy = Files.createDirectory(work.resolve("install"));
    copy(installation.home(), copy);
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    Command.Result copied = Command.run(List.of("cp", "-R", from + "/.", to.toString()), "");
    if (copied.status() != 0) {
      throw new IOException(copied.output());
    }
  }

  private List<String> initdb(Path home, Path data) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/initdb").toString()));
    command.addAll(List.of("-D", data.toString()));
    command.addAll(options());
    return command;
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    options.addAll(
        List.of("-U", EmbeddedServer.SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C"));
    options.addAll(List.of("--no-sync", "--wal-segsize=1"));
    if (installation.major() >= BUILTIN_LOCALES) {
      options.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    }
    if (installation.major() >= CHECKSUMS_BY_DEFAULT) {
      options.add("--no-data-checksums");
    }
    return options;
  }

  private String sql() {
    StringBuilder sql = new StringBuilder(ServerSql.sql("template.sql"));
    if (installation.major() >= SAFE_CREATEROLE) {
      sql.append(ServerSql.sql("template-createrole.sql"));
    }
    if (installation.major() < PUBLIC_OF_DATABASE_OWNER) {
      sql.append(ServerSql.sql("template-old.sql"));
    }
    Stream<String> ours =
        sql.toString().lines().filter(line -> !line.startsWith("--") && !line.isBlank());
    // what watches a replay is in every database from its beginning: to make it takes as long as
    // some ten migrations
    Stream<String> recorder =
        PostgresRecorder.installation(installation.major()).stream()
            .map(statement -> statement.strip().replace('\n', ' '));
    return Stream.concat(ours, recorder)
        .map(line -> line.endsWith(";") ? line : line + ";")
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String fingerprint() {
    CRC32 crc = new CRC32();
    String all = options() + sql() + ServerSql.sql("postgresql.conf");
    crc.update(all.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  private void run(List<String> command, String input) {
    Command.Result result = Command.run(confinement.get().around(command), input);
    // Single-user mode ends with 0 whatever its statements did.
    if (result.status() != 0 || result.output().contains("ERROR:")) {
      throw failed(result.output());
    }
  }

  private Problem failed(String reason) {
    return Problem.failure(
        "Preparing a PostgreSQL " + installation.major() + " data directory: " + reason,
        "Check that the temporary folder and " + installation.home() + " have 100 MB free.");
  }
}
