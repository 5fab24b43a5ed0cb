package dev.annals.model.witness;

/** In which way a statement that worked works no more. */
public enum Outcome {
  /** The server refuses it. */
  REFUSED,
  /** It is accepted, and its result has other types. */
  OTHER_TYPE,
  /** It is accepted, and its result is another. */
  OTHER_ANSWER
}
