package dev.annals.render;

import java.util.function.Supplier;

/** Something that is made when it is first asked for, once, however many threads ask. */
public final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private T made;

  /** Made by {@code maker}. */
  public Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }
}
