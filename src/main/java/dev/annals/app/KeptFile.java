package dev.annals.app;

import dev.annals.kept.Key;
import dev.annals.kept.Store;
import dev.annals.model.site.SiteFile;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * One file of a site that was made before. Its bytes are deflated.
 *
 * @param path where it goes
 * @param content names what is in it: the same name stands for the same bytes
 * @param length of what is in it, in bytes
 * @param size of the same, deflated
 * @param bytes gives that
 */
record KeptFile(String path, String content, int length, int size, Supplier<byte[]> bytes) {

  /** What is in a file is not known any more. */
  static final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    Gone(String path, Throwable why) {
      super("not what was kept: " + path, why);
    }
  }

  /** What is in many files, one after the other: read when somebody asks. */
  static final class Contents {
    private final Store store;
    private final Key key;
    private Optional<byte[]> bytes = Optional.empty();
    private boolean read;

    /** Kept under this key. */
    Contents(Store store, Key key) {
      this.store = store;
      this.key = key;
    }

    private synchronized byte[] from(String path, int at, int size) {
      if (!read) {
        bytes = store.get(key);
        read = true;
      }
      if (bytes.isEmpty() || at + size > bytes.get().length) {
        throw new Gone(path, null);
      }
      return Arrays.copyOfRange(bytes.get(), at, at + size);
    }
  }

  /** A file that was just made. */
  static KeptFile of(SiteFile file) {
    byte[] packed = deflated(file.bytes());
    return new KeptFile(
        file.path(), Key.of(packed).hex(), file.bytes().length, packed.length, () -> packed);
  }

  /** A file whose content stands at a place among others. */
  static KeptFile in(Contents contents, int at, String path, String content, int length, int size) {
    return new KeptFile(path, content, length, size, () -> contents.from(path, at, size));
  }

  /**
   * What is in it, deflated.
   *
   * @throws Gone if that is not known any more
   */
  byte[] packed() {
    return bytes.get();
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 4 + 64);
      byte[] buffer = new byte[1 << 13];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * The file.
   *
   * @throws Gone if what is in it is not known any more
   */
  SiteFile unpacked() {
    byte[] packed = packed();
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[length];
      int at = 0;
      while (at < length) {
        int more = inflater.inflate(bytes, at, length - at);
        if (more == 0) {
          throw new Gone(path, null);
        }
        at += more;
      }
      return new SiteFile(path, bytes);
    } catch (DataFormatException e) {
      throw new Gone(path, e);
    } finally {
      inflater.end();
    }
  }
}
