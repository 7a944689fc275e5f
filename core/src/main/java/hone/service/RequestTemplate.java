package hone.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A kind of request that a load consists of.
///
/// @param method        upper case
/// @param path          begins with `/`; query included
/// @param headers       in the order they are sent
/// @param weight        how often it is sent in proportion to the others, at least 1
/// @param endpointClass name of the latency budget it comes under, such as `api` or `batch`
public record RequestTemplate(
    String method,
    Template path,
    Map<String, String> headers,
    Optional<Template> body,
    int weight,
    Optional<String> endpointClass) {

  public RequestTemplate {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    if (!method.matches("[A-Z]{1,20}")) {
      throw new IllegalArgumentException("not a method such as GET: \"" + method + "\"");
    }
    if (!path.toString().matches("/[^\\s\\p{Cntrl}]*")) {
      throw new IllegalArgumentException(
          "path does not begin with / or has spaces: \"" + path + "\"");
    }
    if (weight < 1 || weight > 1_000_000) {
      throw new IllegalArgumentException("weight is not in 1..1000000: \"" + weight + "\"");
    }
    headers.forEach(RequestTemplate::checkHeader);
  }

  /// A request without headers, body or class: `GET /orders/7`.
  public static RequestTemplate of(String method, String path) {
    return new RequestTemplate(
        method, Template.of(path), Map.of(), Optional.empty(), 1, Optional.empty());
  }

  private static void checkHeader(String name, String value) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException("not a header name: \"" + name + "\"");
    }
    if (value.chars().anyMatch(character -> character < ' ' && character != '\t')) {
      throw new IllegalArgumentException("control character in header \"" + name + "\"");
    }
  }
}
