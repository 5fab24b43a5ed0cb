package dev.annals.app;

import dev.annals.kept.Key;
import dev.annals.kept.Store;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pages as they were made, with what each asked while it was made. What is in their files is kept
 * apart: where a site stands as it was published, that is not even read.
 *
 * @param base what the bundle is called that these belong to, or are
 * @param past what differs where the judged past does that all of them were right for
 * @param pages by the path of the page
 * @param links where they link to, as the link check says it
 */
record KeptPages(String base, String past, SortedMap<String, Page> pages, SortedSet<String> links) {

  static final KeptPages NONE = new KeptPages("", "", new TreeMap<>(), new TreeSet<>());

  /**
   * A question and its answer.
   *
   * @param question what a page asked
   * @param answer what it was told
   */
  record Read(String question, String answer) {}

  /**
   * One page with the files that belong to it.
   *
   * @param reads what it asked
   */
  record Page(List<Read> reads, List<KeptFile> files) {

    /** A page that was just made. */
    static Page of(SortedMap<String, String> reads, List<SiteFile> files) {
      return new Page(
          reads.entrySet().stream().map(read -> new Read(read.getKey(), read.getValue())).toList(),
          files.stream().map(KeptFile::of).toList());
    }

    /** True where the same is known of it. */
    boolean sameAs(Page other) {
      return other != null && reads.equals(other.reads) && contents().equals(other.contents());
    }

    private List<String> contents() {
      return files.stream().map(file -> file.path() + "\0" + file.content()).toList();
    }
  }

  /** A whole bundle, called by what is in it. */
  static KeptPages whole(String past, SortedMap<String, Page> pages, SortedSet<String> links) {
    KeptPages unnamed = new KeptPages("", past, pages, links);
    return new KeptPages(Key.of(unnamed.write()).hex(), past, pages, links);
  }

  /** How many bytes they are, about. */
  long size() {
    return size(pages.values());
  }

  /** The same of some pages. */
  static long size(Collection<Page> pages) {
    return pages.stream().flatMap(page -> page.files().stream()).mapToLong(KeptFile::size).sum();
  }

  /** Where what is in the files is kept: named by that, so that it cannot be another's. */
  Key place() {
    return Key.of(
        pages.values().stream()
            .flatMap(page -> page.files().stream())
            .map(KeptFile::content)
            .toArray(String[]::new));
  }

  /**
   * What is in the files, one after the other.
   *
   * @throws KeptFile.Gone if that of one is not known any more
   */
  byte[] contents() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pages.values().forEach(page -> page.files().forEach(file -> bytes.writeBytes(file.packed())));
    return bytes.toByteArray();
  }

  /** All but what is in the files, as bytes. */
  byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writeText(place().hex(), out);
      writeText(base, out);
      writeText(past, out);
      writeTexts(links, out);
      Map<Read, Integer> reads = new LinkedHashMap<>();
      pages.values().stream()
          .flatMap(page -> page.reads().stream())
          .forEach(read -> reads.putIfAbsent(read, reads.size()));
      writeTexts(reads.keySet().stream().map(Read::question).toList(), out);
      writeTexts(reads.keySet().stream().map(Read::answer).toList(), out);
      out.writeInt(pages.size());
      for (var page : pages.entrySet()) {
        writeText(page.getKey(), out);
        out.writeInt(page.getValue().reads().size());
        for (Read read : page.getValue().reads()) {
          out.writeInt(reads.get(read));
        }
        out.writeInt(page.getValue().files().size());
        for (KeptFile file : page.getValue().files()) {
          writeText(file.path(), out);
          writeText(file.content(), out);
          out.writeInt(file.length());
          out.writeInt(file.size());
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
   * @param from where what is in the files is kept, should somebody want to know
   * @throws IllegalArgumentException if they are something else
   */
  static KeptPages read(byte[] bytes, Store from) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      KeptFile.Contents contents = new KeptFile.Contents(from, new Key(readText(in)));
      String base = readText(in);
      String past = readText(in);
      SortedSet<String> links = new TreeSet<>(readTexts(in));
      List<String> questions = readTexts(in);
      List<String> answers = readTexts(in);
      List<Read> reads = new ArrayList<>();
      for (int i = 0; i < questions.size(); i++) {
        reads.add(new Read(questions.get(i), answers.get(i)));
      }
      SortedMap<String, Page> pages = new TreeMap<>();
      int count = in.readInt();
      int at = 0;
      for (int i = 0; i < count; i++) {
        String path = readText(in);
        Read[] asked = new Read[in.readInt()];
        for (int read = 0; read < asked.length; read++) {
          asked[read] = reads.get(in.readInt());
        }
        KeptFile[] files = new KeptFile[in.readInt()];
        for (int file = 0; file < files.length; file++) {
          files[file] =
              KeptFile.in(contents, at, readText(in), readText(in), in.readInt(), in.readInt());
          at += files[file].size();
        }
        pages.put(path, new Page(List.of(asked), List.of(files)));
      }
      return new KeptPages(base, past, pages, links);
    } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
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
