package dev.annals.extract.replay.server;

import dev.annals.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * A packed PostgreSQL.
 *
 * @param name its file name
 * @param location where it is read
 */
record BinaryArchive(String name, URL location) {

  /** A name that differs wherever the content differs: name, CRC-32 and length. */
  String key() {
    String plain = name.replace(".txz", "");
    try {
      URLConnection connection = location.openConnection();
      connection.setUseCaches(false);
      if (connection instanceof JarURLConnection jar) {
        try (var file = jar.getJarFile()) {
          JarEntry entry = file.getJarEntry(jar.getEntryName());
          return key(plain, entry.getCrc(), entry.getSize());
        }
      }
      return keyByReading(plain);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String keyByReading(String plain) throws IOException {
    CRC32 crc = new CRC32();
    try (InputStream in = new CheckedInputStream(location.openStream(), crc)) {
      long size = in.transferTo(OutputStream.nullOutputStream());
      return key(plain, crc.getValue(), size);
    }
  }

  private static String key(String plain, long crc, long size) {
    return String.format(Locale.ROOT, "%s-%08x-%d", plain, crc, size);
  }

  /** Opens it for reading. */
  InputStream open() throws IOException {
    URLConnection connection = location.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private Problem unreadable(IOException cause) {
    return Problem.failure(
        "Reading the PostgreSQL binaries " + location + ": " + cause.getMessage(),
        "Install Annals again, or remove that file from the local Maven repository.",
        cause);
  }
}
