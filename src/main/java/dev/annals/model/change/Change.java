package dev.annals.model.change;

import dev.annals.model.schema.ObjectKind;
import dev.annals.model.schema.ObjectRef;
import dev.annals.model.schema.Property;
import dev.annals.model.schema.SchemaObject;

/** One structural fact between two schemas. There is no opinion in it. */
public sealed interface Change {

  /** The address of what changed: the new one, or the old one where it is gone. */
  ObjectRef subject();

  /** What kind of object changed. */
  default ObjectKind kind() {
    return subject().kind();
  }

  /**
   * An object that was not there before.
   *
   * @param object it, as it is now
   */
  record Added(SchemaObject object) implements Change {
    @Override
    public ObjectRef subject() {
      return object.ref();
    }
  }

  /**
   * An object that is there no more.
   *
   * @param object it, as it was
   */
  record Dropped(SchemaObject object) implements Change {
    @Override
    public ObjectRef subject() {
      return object.ref();
    }
  }

  /**
   * The same object under another name, or in another name space. Where it also changed otherwise,
   * {@link Altered} facts stand beside this one.
   *
   * @param before it, as it was
   * @param after it, as it is now
   */
  record Renamed(SchemaObject before, SchemaObject after) implements Change {
    @Override
    public ObjectRef subject() {
      return after.ref();
    }

    /** True where it went to another name space. */
    public boolean moved() {
      return !before.ref().schema().equals(after.ref().schema());
    }
  }

  /**
   * One property of an object that is different.
   *
   * @param before the object, as it was
   * @param after the object, as it is now
   * @param property which property
   * @param from its text before; empty where it had none
   * @param to its text now; empty where it has none
   */
  record Altered(SchemaObject before, SchemaObject after, Property property, String from, String to)
      implements Change {
    @Override
    public ObjectRef subject() {
      return after.ref();
    }
  }

  /**
   * An object that was dropped and created again under the same name. What hung on it (grants, a
   * comment) may be lost; property changes are told by {@link Altered} facts beside this one.
   *
   * @param before the object that was dropped
   * @param after the one that took its name
   */
  record Recreated(SchemaObject before, SchemaObject after) implements Change {
    @Override
    public ObjectRef subject() {
      return after.ref();
    }
  }
}
