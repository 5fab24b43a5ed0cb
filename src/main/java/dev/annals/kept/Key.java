package dev.annals.kept;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of something that is kept: a SHA-256 of all that decides about it.
 *
 * @param hex 64 hexadecimal digits
 */
public record Key(String hex) {

  /** A key made of these parts, in their order. */
  public static Key of(String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // with its length before it, no two lists of parts are the same bytes
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return new Key(HexFormat.of().formatHex(digest.digest()));
  }

  /** A key made of these bytes. */
  public static Key of(byte[] bytes) {
    return new Key(HexFormat.of().formatHex(digest().digest(bytes)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
