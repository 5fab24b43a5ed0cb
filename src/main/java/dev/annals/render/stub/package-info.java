/** The first files of a project that begins with Annals: its configuration and its first pages. */
package dev.annals.render.stub;
