package hone.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaStringBuilderTest {

  private static final int INPUTS = 40;

  @TempDir Path folder;

  @Test
  void curesEveryShapeAndTheProgramsPrintTheSame() throws Exception {
    List<CureChecks.Pair> pairs = CureChecks.curedAsShown("java-string-builder");
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      files.add(write("before" + i, pairs.get(i).before()));
      files.add(write("after" + i, pairs.get(i).after()));
    }
    compile(files);

    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (int i = 0; i < pairs.size(); i++) {
        Method before =
            loader.loadClass("before" + i + ".Case").getDeclaredMethod("run", Random.class);
        Method after =
            loader.loadClass("after" + i + ".Case").getDeclaredMethod("run", Random.class);
        for (int seed = 0; seed < INPUTS; seed++) {
          assertThat(run(after, seed))
              .as(pairs.get(i).name() + ", seed " + seed)
              .isEqualTo(run(before, seed));
        }
      }
    }
  }

  private static Object run(Method method, int seed) throws ReflectiveOperationException {
    method.setAccessible(true);
    return method.invoke(null, new Random(seed));
  }

  private Path write(String name, String code) throws IOException {
    Path file = folder.resolve(name).resolve("Case.java");
    Files.createDirectory(folder.resolve(name));
    return Files.writeString(file, "package " + name + "; " + code);
  }

  private void compile(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of("-d", folder.toString(), "-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
  }

  @Test
  void refusesInWordsWhatCannotBeProved() {
    CureChecks.refusedInWords("java-string-builder");
  }

  @Test
  void passesOverWhatHasAnotherShape() {
    CureChecks.passedOver("java-string-builder");
  }
}
