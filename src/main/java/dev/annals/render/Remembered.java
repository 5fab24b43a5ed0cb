package dev.annals.render;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The results of a costly function of a text: known under a SHA-256 of it, in this process, and as
 * a bundle of bytes for the next one. What is known is what would be made: pages are the same with
 * it and without. Safe for use by several threads.
 *
 * @param <T> what the function gives; nobody changes it
 */
public final class Remembered<T> {

  private static final int FORMAT = 1;

  /** So many are kept in memory. */
  private static final int MOST = 100_000;

  /** How a result becomes bytes. */
  public interface Writer<T> {
    /** Writes one. */
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** How bytes become a result. */
  public interface Reader<T> {
    /** Reads one. */
    T read(DataInputStream in) throws IOException;
  }

  private final Writer<T> writer;
  private final Reader<T> reader;
  private final Map<String, T> known = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Set<String> learnt = ConcurrentHashMap.newKeySet();

  /** Nothing is known yet. */
  public Remembered(Writer<T> writer, Reader<T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** The result for an input, made where it is not known. */
  public T of(String input, Supplier<T> maker) {
    String key = key(input);
    T result = known.get(key);
    if (result == null) {
      result = maker.get();
      if (known.size() >= MOST) {
        forget();
      }
      known.put(key, result);
    }
    used.add(key);
    return result;
  }

  private static String key(String input) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(input.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Nothing is known any more. */
  public void forget() {
    known.clear();
    used.clear();
    learnt.clear();
  }

  /** Learns a bundle that the same build of Annals has made; what is none is left alone. */
  public void learn(byte[] bundle) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bundle))) {
      if (in.readInt() != FORMAT) {
        return;
      }
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String key = in.readUTF();
        known.putIfAbsent(key, reader.read(in));
        learnt.add(key);
      }
    } catch (IOException e) {
      learnt.clear(); // it ends too early: the rest is made again
    }
  }

  /**
   * All results that were made use of, as a bundle; nothing where there is no other than those
   * learnt.
   *
   * @param whole whether all were asked for that are wanted: what was learnt and not made use of is
   *     forgotten then
   */
  public Optional<byte[]> bundle(boolean whole) {
    SortedSet<String> keys = new TreeSet<>(used);
    if (whole ? keys.equals(learnt) : learnt.containsAll(keys)) {
      return Optional.empty();
    }
    if (!whole) {
      keys.addAll(learnt);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      keys.retainAll(known.keySet());
      out.writeInt(FORMAT);
      out.writeInt(keys.size());
      for (String key : keys) {
        out.writeUTF(key);
        writer.write(known.get(key), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no disk behind it
    }
    return Optional.of(bytes.toByteArray());
  }
}
