package dev.annals.kept;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Files under keys in a folder: a file is there whole or not at all, and one that was damaged is
 * taken for one that is not there. Processes may share a folder. It never fails: what cannot be
 * kept is made again the next time.
 */
public final class Store {

  /** How many bytes a folder may hold before the longest unused files go. */
  public static final long LIMIT = 512L << 20;

  /** Bytes in front of what is kept that tell whether it is whole: its check sum. */
  private static final int SUM = Long.BYTES;

  private static final Duration RECENT = Duration.ofHours(12);

  private final Path folder;
  private final long limit;
  private boolean written;

  /**
   * Files in a folder.
   *
   * @param limit how many bytes it may hold before the longest unused files go
   */
  public Store(Path folder, long limit) {
    this.folder = folder;
    this.limit = limit;
  }

  /** What writes itself, for contents that are too large to be in memory. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** What is kept under a key; empty where there is nothing, or nothing whole. */
  public Optional<byte[]> get(Key key) {
    return open(key).flatMap(content -> inflated(key, content));
  }

  private Optional<byte[]> inflated(Key key, InputStream content) {
    try (content) {
      return Optional.of(content.readAllBytes());
    } catch (IOException e) {
      drop(key);
      return Optional.empty();
    }
  }

  /**
   * The same, to be read little by little; only what is whole is given. What it holds outlives the
   * file.
   */
  public Optional<InputStream> open(Key key) {
    Path file = file(key);
    try {
      byte[] all = Files.readAllBytes(file);
      if (all.length > SUM && ByteBuffer.wrap(all).getLong() == sum(key, all)) {
        used(file);
        InputStream packed = new ByteArrayInputStream(all, SUM, all.length - SUM);
        return Optional.of(new InflaterInputStream(packed));
      }
      Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      drop(key);
    }
    return Optional.empty();
  }

  /** True where something is kept under a key, be it whole or not, which counts as a use of it. */
  public boolean has(Key key) {
    try {
      used(file(key));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Forgets what turned out to be of no use. */
  public void drop(Key key) {
    try {
      Files.deleteIfExists(file(key));
    } catch (IOException e) {
      written = true; // it stays, and is replaced by the next that is kept
    }
  }

  /** Keeps something. */
  public void put(Key key, byte[] content) {
    put(key, out -> out.write(content));
  }

  /** Keeps something; where it cannot be written, nothing. */
  public void put(Key key, Content content) {
    put(key, content, Deflater.BEST_SPEED);
  }

  /** Keeps something that is small already. */
  public void putDeflated(Key key, byte[] content) {
    put(key, out -> out.write(content), Deflater.NO_COMPRESSION);
  }

  private void put(Key key, Content content, int level) {
    Path file = file(key);
    Path work = null;
    try {
      Files.createDirectories(file.getParent());
      work = Files.createTempFile(file.getParent(), ".making-", "");
      Files.write(work, packed(key, content, level));
      Files.move(work, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      written = true;
    } catch (IOException e) {
      discard(work);
    }
  }

  private static void discard(Path work) {
    try {
      if (work != null) {
        Files.deleteIfExists(work);
      }
    } catch (IOException e) {
      // a full or forbidden disk: what is left is removed when the folder is trimmed
      return;
    }
  }

  /** Removes what was unused for longest, where the folder has become too large. */
  public void trim() {
    if (!written) {
      return;
    }
    written = false;
    try {
      List<Held> all = held();
      long size = all.stream().mapToLong(Held::size).sum();
      if (size <= limit) {
        return;
      }
      all.sort(Comparator.comparing(Held::used).thenComparing(Held::file));
      for (Held each : all) {
        Files.deleteIfExists(each.file());
        size -= each.size();
        if (size <= limit - limit / 5) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      written = true; // another process trims, too, or may not be disturbed: the next run does it
    }
  }

  private record Held(Path file, long size, FileTime used) {}

  private List<Held> held() throws IOException {
    List<Held> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, 2)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.add(new Held(file, Files.size(file), Files.getLastModifiedTime(file)));
      }
    }
    return all;
  }

  private Path file(Key key) {
    return folder.resolve(key.hex().substring(0, 2)).resolve(key.hex().substring(2));
  }

  private static void used(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(RECENT))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /**
   * Against damage by chance: the folder is the user's own. Its length, and a CRC-32 of the key and
   * of what is kept: what was put back under another name is none that was kept.
   */
  private static long sum(Key key, byte[] all) {
    CRC32 sum = new CRC32();
    sum.update(key.hex().getBytes(StandardCharsets.US_ASCII));
    sum.update(all, SUM, all.length - SUM);
    return (long) all.length << Integer.SIZE | sum.getValue();
  }

  private static byte[] packed(Key key, Content content, int level) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[SUM]);
    Deflater deflater = new Deflater(level);
    try (OutputStream packing = new DeflaterOutputStream(out, deflater)) {
      content.writeTo(packing);
    } finally {
      deflater.end();
    }
    byte[] all = out.toByteArray();
    ByteBuffer.wrap(all).putLong(sum(key, all));
    return all;
  }
}
