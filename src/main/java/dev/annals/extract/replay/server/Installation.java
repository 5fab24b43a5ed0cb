package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked binaries of one major, and an initialised data folder to copy: made once, kept in
 * the cache.
 */
final class Installation {

  /** Raised whenever what is unpacked or initialised here changes. */
  private static final String EDITION = "1";

  /**
   * Contributed extensions that reach neither files nor network nor other sessions: their control
   * files are marked trusted, so that an ordinary role may create them.
   */
  private static final List<String> HARMLESS =
      List.of(
          "autoinc",
          "bloom",
          "earthdistance",
          "insert_username",
          "intagg",
          "moddatetime",
          "pg_buffercache",
          "pg_freespacemap",
          "pg_prewarm",
          "pg_stat_statements",
          "pg_visibility",
          "pgrowlocks",
          "pgstattuple",
          "refint",
          "sslinfo",
          "xml2");

  private final Path folder;

  private Installation(Path folder) {
    this.folder = folder;
  }

  Path binary(String name) {
    return folder.resolve("bin").resolve(name);
  }

  Path template() {
    return folder.resolve("template");
  }

  /** Finds or makes the installation of an archive. */
  static Installation of(Archive archive, Path cache) {
    Path folder =
        cache.resolve(
            "postgresql-" + archive.version() + "-" + Platform.artifact() + "-" + EDITION);
    Installation installation = new Installation(folder);
    if (Files.isDirectory(folder)) {
      return installation;
    }
    try {
      Files.createDirectories(cache);
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("unpacking.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!Files.isDirectory(folder) && lock.isValid()) {
          unpack(archive, folder);
        }
      }
    } catch (IOException e) {
      throw Problem.failure(
          "unpacking PostgreSQL " + archive.version() + " to " + folder + ": " + e.getMessage(),
          "Is there room (150 MB), and may the folder be written? ANNALS_CACHE names another one.",
          e);
    }
    return installation;
  }

  private static void unpack(Archive archive, Path folder) throws IOException {
    Path fresh = Files.createTempDirectory(folder.getParent(), "unpacking");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
    extract(archive, fresh);
    trustHarmlessExtensions(fresh.resolve("share/postgresql/extension"));
    initialise(fresh);
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void extract(Archive archive, Path folder) throws IOException {
    try (InputStream in = archive.open();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the archive holds a path that leaves it: " + entry.getName());
        }
        extract(tar, entry, target);
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    String mode = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
  }

  private static void trustHarmlessExtensions(Path extensions) throws IOException {
    for (String name : HARMLESS) {
      Path control = extensions.resolve(name + ".control");
      if (Files.isRegularFile(control)) {
        List<String> lines = new ArrayList<>(Files.readAllLines(control));
        lines.removeIf(line -> line.strip().startsWith("trusted"));
        lines.add("trusted = true");
        Files.write(control, lines);
      }
    }
  }

  private static void initialise(Path folder) throws IOException {
    List<String> command = new ArrayList<>(Account.prefix());
    command.addAll(
        List.of(
            folder.resolve("bin/initdb").toString(),
            "--pgdata=" + folder.resolve("template"),
            "--username=" + ScratchServer.ADMIN,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--no-sync",
            "--no-instructions",
            "--wal-segsize=1"));
    Account.own(folder);
    Process process = Account.start(command, folder, null);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("initdb failed: " + said.strip());
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    Files.writeString(
        folder.resolve("template/postgresql.auto.conf"),
        "timezone = 'UTC'\nlog_timezone = 'UTC'\nlc_messages = 'C'\n");
  }
}
