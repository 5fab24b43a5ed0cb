package dev.annals.extract.history;

import dev.annals.model.Problem;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.flywaydb.core.api.resource.LoadableResource;

/** A file of a {@link FileSet} as Flyway wants to see it. */
final class MemoryResource extends LoadableResource {

  private final String path;
  private final byte[] bytes;
  private final Charset charset;

  MemoryResource(String path, byte[] bytes, Charset charset) {
    this.path = path;
    this.bytes = bytes;
    this.charset = charset;
  }

  /**
   * Its text, without a byte order mark.
   *
   * @throws Problem if its bytes are no text in the project's encoding
   */
  String text() {
    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Problem.failure(
          "reading the migration " + path + ": it is not " + charset.name() + " text",
          "Convert the file, or set Flyway's \"encoding\" (for instance ISO-8859-1).",
          e);
    }
  }

  @Override
  public Reader read() {
    return new StringReader(text());
  }

  @Override
  public String getAbsolutePath() {
    return path;
  }

  @Override
  public String getAbsolutePathOnDisk() {
    return path;
  }

  @Override
  public String getFilename() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String getRelativePath() {
    return getFilename();
  }
}
