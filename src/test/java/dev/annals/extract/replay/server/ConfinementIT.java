package dev.annals.extract.replay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of not being root starts a server, where the system allows it. */
class ConfinementIT {

  /** Unpacked once; the data directory is prepared anew in each way. */
  @TempDir static Path cache;

  private static void forgetTemplates() throws IOException {
    try (Stream<Path> all = Files.walk(cache, 2)) {
      for (Path each : all.toList()) {
        if (each.getFileName().toString().startsWith("template-")) {
          AtomicFolder.delete(each);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unshare -U -n --",
        "unshare -U --",
        "unshare -n -- setpriv --reuid=nobody --regid=65534 --clear-groups --no-new-privs --",
        "setpriv --reuid=nobody --regid=65534 --clear-groups --no-new-privs --",
        "runuser -u nobody --"
      })
  void aServerStartsAndGoes(String prefix) throws Exception {
    assumeTrue(Command.run(List.of("id", "-u"), "").output().equals("0"), "only root drops rights");
    String owner = prefix.contains("nobody") ? "nobody" : "";
    Confinement confinement = new Confinement(List.of(prefix.split(" ", -1)), owner);
    assumeTrue(
        Command.run(confinement.around(List.of("true")), "").status() == 0,
        "not allowed here: " + prefix);
    ServerSettings settings = ServerSettings.defaults().withCacheFolder(cache);
    forgetTemplates();
    Path folder;
    ProcessHandle postgres;
    try (ScratchServer server = EmbeddedServer.start(settings, confinement, note -> {});
        Connection migrator = server.migrator(server.createDatabase());
        Connection admin = server.admin("postgres")) {
      assertEquals("1", ScratchServerIT.one(migrator, "SELECT 1"));
      folder = Path.of(ScratchServerIT.one(admin, "SHOW data_directory")).getParent();
      String pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0);
      postgres = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      assertTrue(postgres.isAlive());
    }
    assertFalse(postgres.isAlive());
    assertFalse(Files.exists(folder));
  }
}
