package hone.service;

/// How one knows that a started service can take requests.
///
/// Texts may hold `${PORT}`, which stands for the port hone chose.
public sealed interface Ready {

  /// A GET of this address answers with a status of 200 to 299.
  record Http(String url) implements Ready {
    public Http {
      Checks.filled("url", url);
      if (!url.startsWith("http://") && !url.startsWith("https://")) {
        throw new IllegalArgumentException("not an http address: \"" + url + "\"");
      }
    }
  }

  /// A TCP connection to this address is accepted.
  ///
  /// @param address `host:port`
  record Tcp(String address) implements Ready {
    public Tcp {
      if (!address.matches("\\S+:(\\d{1,5}|\\$\\{PORT})")) {
        throw new IllegalArgumentException("not host:port: \"" + address + "\"");
      }
    }
  }

  /// A line of the service's output has a match of this regular expression.
  record Log(String regex) implements Ready {
    public Log {
      Checks.filled("log", regex);
      Checks.regex(regex);
    }
  }

  /// A command line ends with exit code 0.
  record Command(String line) implements Ready {
    public Command {
      Checks.filled("command", line);
    }
  }
}
