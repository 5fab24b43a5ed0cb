package dev.annals.extract.replay.server;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What is otherwise in a server's data directory than in the template that it was copied from: file
 * by file, as one stream. With the template it is a data directory again.
 *
 * @param template the data directory that servers start from
 */
record ServerImage(Path template) {

  /** In bytes; more would take longer to read than migrations take to run. */
  static final long LIMIT = 160L << 20;

  /** Written once, before a server writes anything else. */
  private static final String BEGUN = "postmaster.opts";

  /** What a server that starts makes anew, or belongs to one that runs. */
  private static final Set<String> PASSING =
      Set.of(
          "pg_stat",
          "pg_stat_tmp",
          "pg_notify",
          "pg_subtrans",
          "pg_dynshmem",
          "postmaster.pid",
          BEGUN);

  private static final String LOG = "pg_wal";

  /**
   * Takes one of a server on which nothing happens, right after a checkpoint.
   *
   * @param anew whether the server has started with the template alone
   * @param first the file of the write-ahead log in which the checkpoint begins
   * @param last the one in which it ends
   * @param image the file to be written
   * @return false, and no file is there, where it is too large or holds what cannot be copied
   */
  boolean take(Path data, boolean anew, String first, String last, Path image) throws IOException {
    FileTime begun = anew ? Files.getLastModifiedTime(data.resolve(BEGUN)) : FileTime.fromMillis(0);
    List<Path> files = changed(data, begun, first, last);
    long size = 0;
    for (Path file : files) {
      size += Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : LIMIT + 1;
    }
    if (size > LIMIT) {
      return false;
    }
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(image), 1 << 16))) {
      for (Path file : files) {
        write(data.relativize(file).toString(), file, out);
      }
      out.writeUTF("");
    }
    return true;
  }

  /** The files that are otherwise than the template's, sorted. */
  private List<Path> changed(Path data, FileTime begun, String first, String last)
      throws IOException {
    List<Path> changed = new ArrayList<>();
    Files.walkFileTree(
        data,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean passing = PASSING.contains(data.relativize(folder).toString());
            return passing ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path name = data.relativize(file);
            boolean old = attributes.lastModifiedTime().compareTo(begun) < 0;
            if (!old && isKept(name, first, last) && differs(file, template.resolve(name))) {
              changed.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Collections.sort(changed);
    return changed;
  }

  private static boolean isKept(Path name, String first, String last) {
    String file = name.getFileName().toString();
    if (name.startsWith(LOG)) {
      return name.getNameCount() == 2 && file.compareTo(first) >= 0 && file.compareTo(last) <= 0;
    }
    return !PASSING.contains(name.toString())
        && !file.equals("pg_internal.init")
        && !file.startsWith("pgsql_tmp");
  }

  private static boolean differs(Path file, Path original) throws IOException {
    return !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(original)
        || Files.mismatch(file, original) >= 0;
  }

  private static void write(String name, Path file, DataOutputStream out) throws IOException {
    long length = Files.size(file);
    out.writeUTF(name);
    out.writeLong(length);
    long written = Files.copy(file, out);
    if (written != length) {
      throw new IOException(file + " is written to");
    }
  }

  /**
   * Writes an image's files into a folder, where they replace the template's.
   *
   * @throws IOException where it is none, too
   */
  static void unpack(InputStream image, Path folder) throws IOException {
    DataInputStream in = new DataInputStream(image);
    Path base = folder.normalize();
    for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
      Path file = base.resolve(name).normalize();
      if (!file.startsWith(base)) {
        throw new IOException(name + " is outside of the folder");
      }
      Files.createDirectories(file.getParent());
      try (OutputStream out = Files.newOutputStream(file)) {
        copy(in, out, in.readLong());
      }
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] some = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int read = in.readNBytes(some, 0, (int) Math.min(some.length, left));
      if (read == 0) {
        throw new IOException("the image ends too early");
      }
      out.write(some, 0, read);
      left -= read;
    }
  }
}
