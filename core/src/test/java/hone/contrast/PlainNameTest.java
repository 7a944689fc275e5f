package hone.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names as profilers wrote them: `hone top` on recordings of async-profiler, JFR, `go tool pprof`,
/// perf, V8 and py-spy.
class PlainNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "orders/invoice/InvoiceText.render | orders.invoice.InvoiceText.render",
        "orders.Main$$Lambda/0x00007f3c1c001a20.handle |"
            + " orders.Main$$Lambda$14/0x0000000800c03000.handle",
        "orders.Main$$Lambda.0x00007f3c1c001a20.handle |"
            + " orders.Main$$Lambda/0x00007f3c1c0aa020.handle",
        "orders.Main.lambda$route$0 | orders.Main.lambda$route$12",
        "java.lang.invoke.LambdaForm$MH.0x00007f.invoke |"
            + " java/lang/invoke/LambdaForm$MH/0x00008f.invoke",
        "jdk.proxy2.$Proxy12.get | jdk.proxy2.$Proxy3.get",
        "a.B.read([BII)I | a/B.read",
        "main.Map[go.shape.int] | main.Map[...]",
        "main.run.func1.2 | main.run.func3",
        "main.(*Server).serve-fm | main.(*Server).serve",
        "std::vec::Vec<T>::push::h0123456789abcdef | std::vec::Vec<u8>::push::hfedcba9876543210",
        "render(char const*, int) | render",
        "list_add.constprop.0.isra.3 | list_add",
        "do_syscall_64+0x1f | do_syscall_64",
        "memcpy@@GLIBC_2.14 | memcpy",
        "main.(*Server).serve (server.go:12) | main.(*Server).serve",
        "*render | ~render",
        "<anonymous> | (anonymous)",
        "JS:+render /srv/shop/page.js:10:5 | LazyCompile:*render /srv/shop/page.js:12:9",
        "JS:^render file:///srv/shop/page.mjs:10:5 | render",
        "a.B.read(Ljava/lang/String|)Ljava/util/List| | a.B.read",
        "shop.Page$.$anonfun$render$1 | shop.Page$.$anonfun$render$12",
        "shop.Page$.$anonfun$render$1$adapted | shop.Page$.$anonfun$render$2$3$adapted",
        "gopkg.in/yaml%2ev3.Unmarshal | gopkg.in/yaml.v3.Unmarshal",
        "core::ptr::drop_in_place::<alloc::string::String> |"
            + " core::ptr::drop_in_place<alloc::string::String>",
        "shop::main::{closure#0} | shop::main::{{closure}}",
        "shop::{impl#2}::fmt | shop::{{impl}}::fmt",
      })
  void spellingsOfOneFunctionAreAlike(String one, String other) {
    assertThat(PlainName.of(one)).isEqualTo(PlainName.of(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "main.(*Server).serve | main.(*Client).serve",
        "a.B.<init> | a.B.<clinit>",
        "<module> | <lambda>",
        "[unknown] | [kernel.kallsyms]",
        "operator< | operator>",
        "main.run | main.run.func1",
        "orders.Main.lambda$route$0 | orders.Main.lambda$send$0",
        "Foo::~Foo | Foo::Foo",
        "core::num::<impl u32>::pow | core::num::<impl u64>::pow",
        "shop.Page$.$anonfun$render$1 | shop.Page$.$anonfun$render$1$adapted",
        "(anonymous) /srv/shop/page.js:10:5 | (anonymous) /srv/shop/page.js:12:5",
      })
  void differentFunctionsStayDifferent(String one, String other) {
    assertThat(PlainName.of(one)).isNotEqualTo(PlainName.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "example.com.orders.invoice.Render, 1, Render",
    "example.com.orders.invoice.Render, 2, invoice.Render",
    "main.(*Server).serve, 2, (*Server).serve",
    "std::vec::push, 1, push",
    "main, 2, main",
    "main, 1, main",
  })
  void anEndOfANameHasSoManyParts(String name, int parts, String end) {
    assertThat(PlainName.last(name, parts)).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "<", "]])(", "a[[[[", ".", "()", "$$Lambda", "::"})
  void everyNameHasAPlainOne(String name) {
    assertThat(PlainName.of(name)).isNotBlank();
    assertThat(PlainName.last(PlainName.of(name), 1)).isNotEmpty();
  }

  /// A thousand of them took minutes, or more stack than there is.
  @ParameterizedTest
  @CsvSource({
    "f.cold, .1, x",
    "f, .cold, x",
    "f, lambda$, ''",
    "f$$, CGLIB, ''",
    "f$$, CGLIB$$, ''",
    "f.func1, .1, ''",
    "f (, :1, ''",
    "f, Generated, AccessorAccessorAccessorAccessor",
    "f()[, [, A!"
  })
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aNameThatRulesGoBackAndForthOverIsSoonDone(String begin, String part, String end) {
    int parts = (4000 - begin.length() - end.length()) / part.length();
    String name = begin + part.repeat(parts) + end;

    for (int each = 0; each < 1000; each++) {
      assertThat(PlainName.of(name + each)).isNotBlank();
    }
  }

  @Test
  void aVeryLongNameTakesNoTime() {
    String name = "a".repeat(1 << 20);

    assertThat(PlainName.of(name)).isEqualTo(name);
  }
}
