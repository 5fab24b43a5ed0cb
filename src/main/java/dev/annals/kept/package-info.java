/** What is kept between runs and can be made again: files under keys that tell all that decides. */
package dev.annals.kept;
