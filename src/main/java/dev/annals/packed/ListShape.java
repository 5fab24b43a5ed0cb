package dev.annals.packed;

import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Several values of one type. */
final class ListShape extends Shape {

  private final Shape item;
  private final boolean set;

  ListShape(Type item, boolean set) {
    this.item = of(item);
    this.set = set;
  }

  @Override
  void write(Object value, PackedOutput out) {
    Collection<?> items = set ? new TreeSet<>((Collection<?>) value) : (Collection<?>) value;
    out.number(items.size());
    items.forEach(each -> item.write(each, out));
  }

  @Override
  Object read(PackedInput in) {
    Object[] items = new Object[in.count()];
    for (int i = 0; i < items.length; i++) {
      items[i] = item.read(in);
    }
    List<Object> list = List.of(items);
    return set ? new TreeSet<>(list) : list;
  }
}
