package dev.annals.judge.succession;

/**
 * One thing that suggests that a column replaces another.
 *
 * @param step index of the step that did it; -1 for what stands outside of the history
 * @param copy from the one to the other
 * @param what a sentence about it, without a capital and a full stop
 * @param meant whether somebody has said that it is meant
 * @param bothWays whether it keeps them in step in both directions
 * @param promised the release in which the old one is to go, as far as it says so
 */
record Sign(int step, Copy copy, String what, boolean meant, boolean bothWays, String promised) {}
