package dev.annals.judge.rules;

/** What becomes of the values of a column that changes from one type to another. */
enum Conversion {
  /** The same bytes, under a name with more room: no row is touched. */
  SAME_BYTES,
  /** The same bytes read as another type: no row is touched, but users see another type. */
  OTHER_TYPE_SAME_BYTES,
  /** A domain with conditions over the same bytes: rows are tested. */
  CONDITIONS_ADDED,
  /** Whole numbers with more room. */
  INTEGER_WIDENED,
  /** Whole numbers with less room: loud. */
  INTEGER_NARROWED,
  /** A text with less room: loud. */
  TEXT_SHORTENED,
  /** Texts of a fixed length, where blanks at the end come and go. */
  BLANKS_CHANGED,
  /** Decimal digits after the point are added, none are taken before it. */
  DECIMALS_ADDED,
  /** Decimal digits before the point are taken: loud. */
  DIGITS_TAKEN,
  /** Decimal digits after the point are taken: rounding, silent. */
  DECIMALS_ROUNDED,
  /** Another type that holds every value of the old one. */
  VALUE_KEPT,
  /** Floating point on one side: precision is lost, silently. */
  PRECISION_LOST,
  /** Fractions of a second are rounded, silently. */
  SECONDS_ROUNDED,
  /** A time is read in the session's zone from now on. */
  ZONE_ADDED,
  /** A time forgets its zone. */
  ZONE_DROPPED,
  /** A date or a time of day is cut off, silently. */
  TIME_PART_LOST,
  /** Network addresses lose their host bits, silently. */
  HOST_BITS_LOST,
  /** JSON text becomes binary: order, blanks and duplicate keys are lost, silently. */
  JSON_PARSED,
  /** Binary JSON becomes text, which cannot be compared. */
  JSON_PRINTED,
  /** Values become texts. */
  PRINTED,
  /** Texts become values: loud. */
  PARSED,
  /** One enumerated type for another: loud where a label is missing. */
  LABELS_EXCHANGED,
  /** Anything else: only a USING expression knows. */
  UNKNOWN
}
