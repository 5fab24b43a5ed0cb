package dev.annals.kept;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Which Annals this is: what another build has kept is not ours to read. A jar's own directory, at
 * its end, tells the CRC-32 of all that is in it, libraries included; classes in folders are read.
 */
public final class Edition {

  /** The record at the end of a jar: its length, how it begins, and where it says what we want. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_START = 16;

  private Edition() {}

  /** A text that differs from that of any other build. */
  public static String current() {
    return Once.EDITION;
  }

  /** Found when it is first asked for. */
  private static final class Once {
    static final String EDITION = of(home());
  }

  private static Path home() {
    try {
      return Path.of(Edition.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(Path home) {
    try {
      return Key.of((Files.isDirectory(home) ? files(home) : entries(home)).toArray(String[]::new))
          .hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory of a jar, as two checksums that are quick to make, and its size. */
  private static List<String> entries(Path jar) throws IOException {
    try (FileChannel file = FileChannel.open(jar)) {
      long start = directory(file);
      ByteBuffer directory = ByteBuffer.allocate((int) (file.size() - start));
      read(file, start, directory);
      CRC32 crc = new CRC32();
      crc.update(directory.array());
      Adler32 adler = new Adler32();
      adler.update(directory.array());
      return List.of(
          String.valueOf(file.size()),
          String.valueOf(crc.getValue()),
          String.valueOf(adler.getValue()));
    }
  }

  /** Where it begins, as the end of the jar says; jars of ours have neither remarks nor 4 GB. */
  private static long directory(FileChannel jar) throws IOException {
    ByteBuffer end = ByteBuffer.allocate(END).order(ByteOrder.LITTLE_ENDIAN);
    read(jar, jar.size() - END, end);
    boolean plain = end.getInt(0) == END_SIGNATURE && end.getInt(END_START) != -1;
    return plain ? Integer.toUnsignedLong(end.getInt(END_START)) : 0;
  }

  private static void read(FileChannel file, long at, ByteBuffer into) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, at + into.position()) < 0) {
        throw new EOFException();
      }
    }
  }

  private static List<String> files(Path folder) throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = folder.relativize(file).toString();
        if (name.endsWith(".class") || name.endsWith(".sql")) {
          CRC32 crc = new CRC32();
          crc.update(Files.readAllBytes(file));
          all.add(name + " " + crc.getValue());
        }
      }
    }
    return all;
  }
}
