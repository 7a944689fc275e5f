package hone.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import hone.profile.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplicationFilesTest {

  @Test
  void findsGoFilesByModulePathAndByForeignCheckout() {
    ApplicationFiles files =
        files(
            Map.of(
                "go.mod", "module example.com/shop // orders\n",
                "main.go", "",
                "internal/invoice/render.go", "",
                "sort/sort.go", ""));

    assertThat(
            files.file(
                new Frame(
                    "example.com/shop/internal/invoice.(*Page).Render",
                    "example.com/shop/internal/invoice/render.go",
                    3)))
        .contains("internal/invoice/render.go");
    assertThat(
            files.file(
                new Frame(
                    "example.com/shop/internal/invoice.Render[go.shape.string]",
                    "/builds/ci/shop/internal/invoice/render.go",
                    3)))
        .contains("internal/invoice/render.go");
    assertThat(files.file(new Frame("main.main", "/srv/shop/main.go", 3))).contains("main.go");
    assertThat(files.file(new Frame("runtime.main", "runtime/main.go", 3))).isEmpty();
    assertThat(files.file(new Frame("sort.Sort", "/usr/local/go/src/sort/sort.go", 3))).isEmpty();
    assertThat(files.file(new Frame("sort.Sort", "sort/sort.go", 3))).isEmpty();
    assertThat(
            files.file(
                new Frame(
                    "example.com/other.Main", "/srv/go/pkg/mod/example.com/other/main.go", 3)))
        .isEmpty();
  }

  @Test
  void findsGoModulesInFolders() {
    ApplicationFiles files =
        new ApplicationFiles(
            tree(Map.of("services/mail/go.mod", "module mail\n", "services/mail/send/send.go", "")),
            "services/mail",
            List.of());

    assertThat(files.file(new Frame("mail/send.Send", "mail/send/send.go", 1)))
        .contains("services/mail/send/send.go");
    assertThat(files.file(new Frame("mail/send.Send", "/build/src/send/send.go", 1)))
        .contains("services/mail/send/send.go");
  }

  @Test
  void findsJavaFilesInAnySourceRoot() {
    ApplicationFiles files =
        files(
            Map.of(
                "core/src/main/java/shop/orders/Invoices.java", "package shop.orders;\n",
                "core/src/test/java/shop/orders/InvoicesTest.java", "",
                "src/Stock.java", "package stock;\npublic final class Stock {}\nclass Shelf {}\n"));

    assertThat(files.file(new Frame("shop.orders.Invoices.total", "shop/orders/Invoices.java", 1)))
        .contains("core/src/main/java/shop/orders/Invoices.java");
    assertThat(files.file(new Frame("stock.Shelf.count", "stock/Shelf.java", 1)))
        .contains("src/Stock.java");
    assertThat(files.file(new Frame("java.util.Arrays.copyOf", "java/util/Arrays.java", 1)))
        .isEmpty();
    assertThat(
            files.file(new Frame("shop.orders.InvoicesTest.a", "shop/orders/InvoicesTest.java", 1)))
        .isEmpty();
  }

  @Test
  void neverGuessesBetweenTwoFilesThatFitEquallyWell() {
    Map<String, String> both =
        Map.of("a/src/main/java/shop/Main.java", "", "b/src/main/java/shop/Main.java", "");

    assertThat(files(both).file(new Frame("shop.Main.main", "shop/Main.java", 1))).isEmpty();
    assertThat(
            new ApplicationFiles(tree(both), "b", List.of())
                .file(new Frame("shop.Main.main", "shop/Main.java", 1)))
        .contains("b/src/main/java/shop/Main.java");
    assertThat(files(both).file(new Frame("f", "/x/a/src/main/java/shop/Main.java", 1)))
        .contains("a/src/main/java/shop/Main.java");
  }

  @Test
  void findsPythonFilesByShortAndByWholePath() {
    ApplicationFiles files =
        files(Map.of("src/tickets/board.py", "", "tickets/queue.py", "", "json.py", ""));

    assertThat(files.file(new Frame("draw", "tickets/board.py", 1)))
        .contains("src/tickets/board.py");
    assertThat(files.file(new Frame("draw", "/srv/app/src/tickets/board.py", 1)))
        .contains("src/tickets/board.py");
    assertThat(files.file(new Frame("put", "/srv/app/tickets/queue.py", 1)))
        .contains("tickets/queue.py");
    assertThat(files.file(new Frame("put", "queue.py", 1))).isEmpty();
    assertThat(files.file(new Frame("loads", "json.py", 1))).contains("json.py");
    assertThat(files.file(new Frame("encode", "json/encoder.py", 1))).isEmpty();
    assertThat(
            files.file(
                new Frame("draw", "/opt/v/lib/python3.11/site-packages/tickets/board.py", 1)))
        .isEmpty();
  }

  @Test
  void findsNodeFilesByUrl() {
    ApplicationFiles files =
        files(
            Map.of(
                "lib/search files.js",
                "",
                "server.mjs",
                "",
                "lib/search.test.js",
                "",
                "a/server.mjs",
                ""));

    assertThat(files.file(new Frame("find", "file:///srv/shop/lib/search%20files.js", 1)))
        .contains("lib/search files.js");
    assertThat(files.file(new Frame("run", "file:///srv/shop/server.mjs?v=2", 1)))
        .contains("server.mjs");
    assertThat(files.file(new Frame("emit", "node:events", 1))).isEmpty();
    assertThat(files.file(new Frame("x", "file:///srv/shop/node_modules/a/server.mjs", 1)))
        .isEmpty();
    assertThat(files.file(new Frame("x", "file:///srv/shop/lib/search.test.js", 1))).isEmpty();
    assertThat(files.file(Frame.named("(idle)"))).isEmpty();
  }

  @Test
  void leavesGeneratedFilesOutUnlessTheyAreAskedFor() {
    Map<String, String> texts =
        Map.of("go.mod", "module m\n", "gen/a.go", "// Code generated by x. DO NOT EDIT.\n");
    Frame frame = new Frame("m/gen.A", "m/gen/a.go", 1);

    assertThat(files(texts).file(frame)).isEmpty();
    assertThat(new ApplicationFiles(tree(texts), "", List.of("gen")).file(frame))
        .contains("gen/a.go");
  }

  @Test
  void keepsToTheFoldersThatAreDeclared() {
    Map<String, String> texts = Map.of("src/orders.py", "", "tools/fill.py", "", "srcs/x.py", "");
    ApplicationFiles declared = new ApplicationFiles(tree(texts), "", List.of("src"));

    assertThat(declared.file(new Frame("total", "/srv/app/src/orders.py", 1)))
        .contains("src/orders.py");
    assertThat(declared.file(new Frame("fill", "/srv/app/tools/fill.py", 1))).isEmpty();
    assertThat(declared.file(new Frame("x", "/srv/app/srcs/x.py", 1))).isEmpty();
    assertThat(files(texts).file(new Frame("fill", "/srv/app/tools/fill.py", 1)))
        .contains("tools/fill.py");
  }

  private static ApplicationFiles files(Map<String, String> texts) {
    return new ApplicationFiles(tree(texts), "", List.of());
  }

  private static SourceTree tree(Map<String, String> texts) {
    return new SourceTree(texts.keySet(), path -> Optional.ofNullable(texts.get(path)));
  }
}
