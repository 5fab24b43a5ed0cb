package dev.annals.judge.diff;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Schema;
import dev.annals.model.schema.SchemaObject;
import java.util.List;

/** Finds objects in a schema's sorted list, without an index of the whole schema. */
final class Sorted {

  private Sorted() {}

  /** All objects of one kind that belong to an owner, in the order of their names. */
  static List<SchemaObject> parts(Schema schema, ObjectKind kind, String namespace, String owner) {
    List<SchemaObject> objects = schema.objects();
    int start = firstFrom(objects, new ObjectRef(kind, namespace, owner, ""));
    int end = start;
    while (end < objects.size() && belongs(objects.get(end).ref(), kind, namespace, owner)) {
      end++;
    }
    return objects.subList(start, end);
  }

  /**
   * The index of the object at an address.
   *
   * @throws IllegalArgumentException if there is none
   */
  static int indexOf(Schema schema, ObjectRef ref) {
    int index = firstFrom(schema.objects(), ref);
    if (index == schema.objects().size() || !schema.objects().get(index).ref().equals(ref)) {
      throw new IllegalArgumentException("no such object: " + ref);
    }
    return index;
  }

  private static boolean belongs(ObjectRef ref, ObjectKind kind, String namespace, String owner) {
    return ref.kind() == kind && ref.schema().equals(namespace) && ref.parent().equals(owner);
  }

  private static int firstFrom(List<SchemaObject> objects, ObjectRef wanted) {
    int low = 0;
    int high = objects.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (objects.get(middle).ref().compareTo(wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
