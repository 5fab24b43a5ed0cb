package dev.annals.app;

import dev.annals.kept.Key;
import dev.annals.model.site.SiteFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Pages as they were made, packed, with what each asked while it was made.
 *
 * @param base what the bundle is called that these belong to, or are
 * @param pages by the path of the page
 * @param links where they link to, as the link check says it
 */
record KeptPages(String base, SortedMap<String, Page> pages, SortedSet<String> links) {

  static final KeptPages NONE = new KeptPages("", new TreeMap<>(), new TreeSet<>());

  /**
   * One page with the files that belong to it.
   *
   * @param reads what it asked, with the answers
   */
  record Page(SortedMap<String, String> reads, List<PackedFile> files) {

    /** A page that was just made. */
    static Page of(SortedMap<String, String> reads, List<SiteFile> files) {
      return new Page(reads, files.stream().map(PackedFile::of).toList());
    }

    List<SiteFile> unpacked() {
      return files.stream().map(PackedFile::unpacked).toList();
    }
  }

  /** One file: its bytes are deflated. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record PackedFile(String path, int length, byte[] packed) {

    static PackedFile of(SiteFile file) {
      Deflater deflater = new Deflater(Deflater.BEST_SPEED);
      try {
        deflater.setInput(file.bytes());
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.bytes().length / 4 + 64);
        byte[] buffer = new byte[1 << 13];
        while (!deflater.finished()) {
          out.write(buffer, 0, deflater.deflate(buffer));
        }
        return new PackedFile(file.path(), file.bytes().length, out.toByteArray());
      } finally {
        deflater.end();
      }
    }

    SiteFile unpacked() {
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(packed);
        byte[] bytes = new byte[length];
        int at = 0;
        while (at < length) {
          int more = inflater.inflate(bytes, at, length - at);
          if (more == 0) {
            throw new IllegalArgumentException("not what was kept: " + path);
          }
          at += more;
        }
        return new SiteFile(path, bytes);
      } catch (DataFormatException e) {
        throw new IllegalArgumentException("not what was kept: " + path, e);
      } finally {
        inflater.end();
      }
    }
  }

  /** A whole bundle, called by what is in it. */
  static KeptPages whole(SortedMap<String, Page> pages, SortedSet<String> links) {
    List<String> parts = new ArrayList<>();
    pages.forEach(
        (path, page) -> {
          parts.add(path);
          parts.add(page.reads().toString());
          page.files()
              .forEach(file -> parts.add(new String(file.packed(), StandardCharsets.ISO_8859_1)));
        });
    return new KeptPages(Key.of(parts.toArray(String[]::new)).hex(), pages, links);
  }

  /** How many bytes they are, about. */
  long size() {
    return pages.values().stream()
        .flatMap(page -> page.files().stream())
        .mapToLong(file -> file.packed().length)
        .sum();
  }

  /** As bytes. */
  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeText(base, out);
      writeTexts(links, out);
      out.writeInt(pages.size());
      for (var page : pages.entrySet()) {
        writeText(page.getKey(), out);
        writeTexts(page.getValue().reads().keySet(), out);
        writeTexts(page.getValue().reads().values(), out);
        out.writeInt(page.getValue().files().size());
        for (PackedFile file : page.getValue().files()) {
          writeText(file.path(), out);
          out.writeInt(file.length());
          out.writeInt(file.packed().length);
          out.write(file.packed());
        }
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
  static KeptPages read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String base = readText(in);
      SortedSet<String> links = new TreeSet<>(readTexts(in));
      SortedMap<String, Page> pages = new TreeMap<>();
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String path = readText(in);
        List<String> questions = readTexts(in);
        List<String> answers = readTexts(in);
        SortedMap<String, String> reads = new TreeMap<>();
        for (int read = 0; read < questions.size(); read++) {
          reads.put(questions.get(read), answers.get(read));
        }
        List<PackedFile> files = new ArrayList<>();
        int parts = in.readInt();
        for (int file = 0; file < parts; file++) {
          files.add(new PackedFile(readText(in), in.readInt(), in.readNBytes(in.readInt())));
        }
        pages.put(path, new Page(reads, files));
      }
      return new KeptPages(base, pages, links);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not what was kept", e);
    }
  }

  private static void writeTexts(Collection<String> texts, DataOutputStream out)
      throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(text, out);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static void writeText(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
