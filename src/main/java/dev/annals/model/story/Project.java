package dev.annals.model.story;

/**
 * What the team says about its project.
 *
 * @param title the name on every page
 * @param url where the site is published, without a slash at its end; empty where it is not said
 * @param edit the address at which a file is edited, with {@code {path}} in it; empty where it is
 *     not said
 * @param rationale the folder of rationale pages, from the project's folder
 */
public record Project(String title, String url, String edit, String rationale) {}
