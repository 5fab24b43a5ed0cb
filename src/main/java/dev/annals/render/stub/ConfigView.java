package dev.annals.render.stub;

import java.util.List;
import java.util.Map;

/**
 * What the template of a first configuration sees; every text is YAML.
 *
 * @param title the site's title
 * @param database the database's name
 * @param edit where a file is edited; empty where that is not known
 * @param source the file that names the locations; empty where the files themselves were found
 * @param locations folders of migrations; empty where {@code source} names them
 * @param settings further settings, as Flyway calls them
 * @param rationale the folder of pages
 * @param tags which git tags are releases; empty for those that usually are
 */
public record ConfigView(
    String title,
    String database,
    String edit,
    String source,
    List<String> locations,
    List<Setting> settings,
    String rationale,
    String tags) {

  public ConfigView {
    locations = List.copyOf(locations);
    settings = List.copyOf(settings);
  }

  /** One setting. */
  public record Setting(String key, String value) {}

  /**
   * The view of a project, its texts made YAML.
   *
   * @param project the name of its folder
   */
  public static ConfigView of(
      String project,
      String edit,
      String source,
      List<String> locations,
      Map<String, String> settings,
      String rationale,
      String tags) {
    String title =
        project.isEmpty()
            ? project
            : Character.toUpperCase(project.charAt(0)) + project.substring(1);
    return new ConfigView(
        Quoted.yaml(title),
        Quoted.yaml(project),
        edit.isEmpty() ? "" : Quoted.yaml(edit),
        source,
        locations.stream().map(Quoted::yaml).toList(),
        settings.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> new Setting(Quoted.yaml(e.getKey()), Quoted.yaml(e.getValue())))
            .toList(),
        Quoted.yaml(rationale),
        tags.isEmpty() ? "" : Quoted.yaml(tags));
  }
}
