package dev.annals.packed;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;

/** Values by keys that have an order. */
final class MapShape extends Shape {

  private final Shape key;
  private final Shape item;

  MapShape(Type key, Type item) {
    this.key = of(key);
    this.item = of(item);
  }

  @Override
  void write(Object value, PackedOutput out) {
    Map<?, ?> map = new TreeMap<>((Map<?, ?>) value);
    out.number(map.size());
    map.forEach(
        (k, v) -> {
          key.write(k, out);
          item.write(v, out);
        });
  }

  @Override
  Object read(PackedInput in) {
    Map<Object, Object> map = new TreeMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      map.put(key.read(in), item.read(in));
    }
    return map;
  }
}
