package hone.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/o/n.git,                  https://github.com,            o/n, true",
    "https://github.com/o/n,                      https://github.com,            o/n, true",
    "https://user:s3cret@github.com/o/n.git/,     https://github.com,            o/n, true",
    "https://a@b:s3cret@github.com/o/n.js,        https://github.com,            o/n.js, true",
    "http://127.0.0.1:3000/git/o/n.git,           http://127.0.0.1:3000/git,     o/n, true",
    "git@github.com:o/n.git,                      https://github.com,            o/n, false",
    "github.com:o/n,                              https://github.com,            o/n, false",
    "ssh://git@gitea.example:2222/o/n.git,        https://gitea.example,         o/n, false",
  })
  void isReadFromWhatGitTakes(String url, String site, String repository, boolean http)
      throws Exception {
    RemoteAddress address = RemoteAddress.of("origin", url);

    assertThat(address.site()).hasToString(site);
    assertThat(address.repository()).isEqualTo(repository);
    assertThat(address.overHttp()).isEqualTo(http);
    assertThat(address.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/srv/git/n.git",
        "../n",
        "https://github.com/n",
        "file:///srv/o/n",
        "https://u:s3cret@/o/n",
        "https://github.com/o/n?s3cret",
        "ext::sh -c s3cret",
        ""
      })
  void refusesWhatNamesNoRepositoryOnAHost(String url) {
    assertThatThrownBy(() -> RemoteAddress.of("origin", url))
        .hasMessageStartingWith("remote 'origin': ")
        .hasMessageNotContaining("s3cret");
  }
}
