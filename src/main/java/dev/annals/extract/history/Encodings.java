package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.internal.resource.filesystem.EncodingDetector;
import org.flywaydb.core.internal.resource.filesystem.FlywayEncodingDetectionException;
import org.flywaydb.core.internal.sqlscript.SqlScriptMetadata;

/**
 * How the bytes of each file are to be read: as the script configuration beside it says ({@code
 * encoding=…} in {@code V1__a.sql.conf}), else as Flyway guesses where it is told to, else as the
 * project says.
 */
final class Encodings {

  private final FileSet files;
  private final FluentConfiguration configuration;
  private final Charset usual;

  Encodings(FileSet files, FluentConfiguration configuration, String usual) {
    this.files = files;
    this.configuration = configuration;
    this.usual = usual.isEmpty() ? StandardCharsets.UTF_8 : named(usual);
  }

  private static Charset named(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Problem.usage(
          "reading the migrations: there is no encoding \"" + name + "\"",
          "Flyway's setting \"encoding\" takes names like UTF-8 or ISO-8859-1.");
    }
  }

  /** A file of the project, read as it is to be read. */
  MemoryResource resource(String path) {
    return new MemoryResource(path, files.files().get(path), of(path));
  }

  private Charset of(String path) {
    String config = path + ".conf";
    if (files.files().containsKey(config)) {
      MemoryResource text = new MemoryResource(config, files.files().get(config), usual);
      String own = SqlScriptMetadata.fromResource(text, null, configuration).encoding();
      if (own != null) {
        return named(own);
      }
    }
    return configuration.isDetectEncoding() ? guess(files.files().get(path)) : usual;
  }

  /** Flyway guesses from files only. */
  private Charset guess(byte[] bytes) {
    try {
      Path copy = Files.createTempFile("annals-encoding", ".sql");
      try {
        Files.write(copy, bytes);
        return EncodingDetector.detectFileEncoding(copy);
      } catch (FlywayEncodingDetectionException e) {
        return usual;
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw Problem.failure(
          "reading the migrations: their encoding cannot be guessed, as no temporary file can be"
              + " written: "
              + e.getMessage(),
          "Set Flyway's \"encoding\" instead of \"detectEncoding\".",
          e);
    }
  }
}
