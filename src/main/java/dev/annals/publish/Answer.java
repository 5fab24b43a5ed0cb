package dev.annals.publish;

import dev.annals.model.site.SiteFile;

/**
 * What a preview has under an address.
 *
 * @param file the file; null where there is none
 * @param edition which state of the site it is of, counted up
 * @param problem why the site is not as the project is now; empty where it is
 */
public record Answer(SiteFile file, long edition, String problem) {}
