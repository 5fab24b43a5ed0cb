package dev.annals.publish;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How the files of a site were when it had been published. A file is taken to be what was written
 * for as long as nothing has touched it: its size, its times and its place on the disk tell.
 *
 * @param files by their paths
 */
public record Published(SortedMap<String, File> files) {

  /** Nothing was published. */
  public static final Published NONE = new Published(new TreeMap<>());

  private static final String UNIX = "unix";

  /**
   * One file.
   *
   * @param content names what is in it; empty where nobody has named it
   * @param length in bytes
   * @param changed when it was written, in nanoseconds since 1970
   * @param mark which file it is, and when anything about it was changed last, where that is told
   */
  public record File(String content, long length, long changed, String mark) {

    private boolean sameAs(File other) {
      return length == other.length && changed == other.changed && mark.equals(other.mark);
    }
  }

  /** As the files are now; {@code contents} names what is in some. */
  static Published of(Path folder, Iterable<String> paths, Map<String, String> contents)
      throws IOException {
    SortedMap<String, File> files = new TreeMap<>();
    for (String path : paths) {
      files.put(path, file(folder.resolve(path), contents.getOrDefault(path, "")));
    }
    return new Published(files);
  }

  /** True where a file of the folder is the one that was published, with that content. */
  boolean has(Path folder, String path, String content) {
    File file = files.get(path);
    return file != null && file.content().equals(content) && stands(folder, path, file);
  }

  /** True where every file is the one that was published. */
  boolean stands(Path folder) {
    return !files.isEmpty()
        && files.entrySet().stream()
            .allMatch(each -> stands(folder, each.getKey(), each.getValue()));
  }

  /** As bytes. */
  public byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(files.size());
      for (Map.Entry<String, File> file : files.entrySet()) {
        out.writeUTF(file.getKey());
        out.writeUTF(file.getValue().content());
        out.writeLong(file.getValue().length());
        out.writeLong(file.getValue().changed());
        out.writeUTF(file.getValue().mark());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no disk behind it
    }
    return bytes.toByteArray();
  }

  /**
   * Out of bytes that {@link #write} gave.
   *
   * @throws IllegalArgumentException if they are something else
   */
  public static Published read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      SortedMap<String, File> files = new TreeMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        files.put(in.readUTF(), new File(in.readUTF(), in.readLong(), in.readLong(), in.readUTF()));
      }
      return new Published(files);
    } catch (IOException e) {
      throw new IllegalArgumentException("not what was kept", e);
    }
  }

  private static boolean stands(Path folder, String path, File file) {
    try {
      return file.sameAs(file(folder.resolve(path), ""));
    } catch (IOException e) {
      return false;
    }
  }

  private static File file(Path path, String content) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
      Map<String, Object> told =
          Files.readAttributes(
              path, "unix:mode,size,lastModifiedTime,ctime,ino", LinkOption.NOFOLLOW_LINKS);
      return new File(
          content,
          (Long) told.get("size"),
          nanos((FileTime) told.get("lastModifiedTime")),
          told.get("ino") + " " + nanos((FileTime) told.get("ctime")) + " " + told.get("mode"));
    }
    BasicFileAttributes told =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new File(
        content,
        told.size(),
        nanos(told.lastModifiedTime()),
        nanos(told.creationTime()) + " " + told.isRegularFile());
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
