package dev.annals.render.html;

import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Values of a view that are found out only where a template shows them. */
public final class Asked {

  private Asked() {}

  /** A text. */
  public static Object text(Supplier<String> value) {
    return (TemplateScalarModel) value::get;
  }

  /** A number. */
  public static Object number(IntSupplier value) {
    return (TemplateNumberModel) value::getAsInt;
  }

  /** A number of a view, asked for or not. */
  public static int number(Object value) {
    try {
      return value instanceof TemplateNumberModel asked
          ? asked.getAsNumber().intValue()
          : ((Number) value).intValue();
    } catch (TemplateModelException e) {
      throw new IllegalStateException("the values of our views are there", e);
    }
  }
}
