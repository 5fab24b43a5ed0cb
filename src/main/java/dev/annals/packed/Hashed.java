package dev.annals.packed;

/**
 * A value with its hash: that of a record that holds much takes long to work out, and is asked for
 * again and again.
 *
 * @param value what it is of
 * @param hash its hash
 */
record Hashed(Object value, int hash) {

  static Hashed of(Object value) {
    return new Hashed(value, value.hashCode());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hashed hashed && hash == hashed.hash && value.equals(hashed.value);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
