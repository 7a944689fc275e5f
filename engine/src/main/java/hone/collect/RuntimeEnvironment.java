package hone.collect;

import hone.process.SearchPath;
import hone.service.Language;
import hone.service.Service;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The variables that every command of a service runs with.
public final class RuntimeEnvironment {

  private static final int JDK_WANTED = 25;

  private RuntimeEnvironment() {}

  /// What `hone.yaml` says; and for Java, where it says nothing of `JAVA_HOME` or `PATH` and hone
  /// itself runs on a JDK of 25 or later, that JDK, which samples by processor time.
  public static Map<String, String> of(Service service) {
    Map<String, String> variables = new LinkedHashMap<>();
    Path home = Path.of(System.getProperty("java.home"));
    boolean open = !service.env().containsKey("JAVA_HOME") && !service.env().containsKey("PATH");
    if (service.language().equals(Optional.of(Language.JAVA)) && open && jdk(home)) {
      variables.put("JAVA_HOME", home.toString());
      String inherited =
          SearchPath.inherited().folders().stream()
              .map(Path::toString)
              .collect(Collectors.joining(File.pathSeparator));
      variables.put("PATH", home.resolve("bin") + File.pathSeparator + inherited);
    }
    variables.putAll(service.env());
    return variables;
  }

  private static boolean jdk(Path home) {
    return Runtime.version().feature() >= JDK_WANTED
        && Files.isExecutable(home.resolve("bin").resolve("javac"));
  }
}
