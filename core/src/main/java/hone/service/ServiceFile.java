package hone.service;

import hone.input.FormatException;
import hone.input.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads `hone.yaml`.
///
/// Every key is optional. A key it does not know, a value of the wrong kind or out of range is a
/// [FormatException] that names the line. Several services stand in a list under `services:`; keys
/// beside that list hold for each of them that does not say otherwise.
public final class ServiceFile {

  private ServiceFile() {}

  /// The services of a file, at least one: a file that says nothing describes one service by
  /// defaults alone.
  ///
  /// @throws FormatException if the file is not YAML, or says what a service cannot be
  public static List<Service> read(Source source) throws IOException {
    Optional<Node> root = Yaml.root(source);
    if (root.isEmpty()) {
      return List.of(defaults(folder(source.name())));
    }
    Fields fields = Fields.of(source.name(), root.get(), ServiceReader.FILE_KEYS);
    return fields.has("services")
        ? several(fields)
        : List.of(ServiceReader.read(fields, folder(source.name())));
  }

  /// A service of which nothing is said.
  public static Service defaults(String name) {
    try {
      return ServiceReader.read(Fields.none("defaults"), name);
    } catch (FormatException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Service> several(Fields file) throws FormatException {
    Optional<Node> list = file.node("services");
    if (!(list.orElseThrow() instanceof SequenceNode entries) || entries.getValue().isEmpty()) {
      throw file.failure("services: expected a list with at least one service");
    }
    for (String key : List.of("service", "path")) {
      if (file.has(key)) {
        throw file.failure(key + " stands beside services: it belongs to one of them");
      }
    }
    List<Service> services = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node entry : entries.getValue()) {
      Fields own = Fields.of(file.input(), entry, ServiceReader.KEYS);
      Service service = ServiceReader.read(own.orElse(file), unnamed(own, names.size() + 1));
      if (!names.add(service.name())) {
        throw own.failure("second service of the name \"" + service.name() + "\"");
      }
      services.add(service);
    }
    return List.copyOf(services);
  }

  private static String unnamed(Fields own, int number) throws FormatException {
    return own.text("path")
        .map(path -> folder(path + "/x"))
        .orElse(Defaults.SERVICE + "-" + number);
  }

  /// The name of the folder a file stands in, as far as its path tells.
  private static String folder(String file) {
    String[] parts = file.split("[/\\\\]+", -1);
    for (int part = parts.length - 2; part >= 0; part--) {
      if (!parts[part].isBlank() && !parts[part].equals(".")) {
        return parts[part].equals("..") ? Defaults.SERVICE : parts[part];
      }
    }
    return Defaults.SERVICE;
  }
}
