'use strict';

/** A refusal that the client is told about. */
class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
  }
}

/** Finds the handler of a request by method and path; a path segment ":name" matches any text. */
class Router {
  #routes = [];

  on(method, path, handler) {
    this.#routes.push({ method, segments: path.split('/'), handler });
    return this;
  }

  match(method, path) {
    const segments = path.split('/');
    let known = false;
    for (const route of this.#routes) {
      const parameters = fit(route.segments, segments);
      if (parameters !== null) {
        if (route.method === method) {
          return { handler: route.handler, parameters };
        }
        known = true;
      }
    }
    throw known ? new Refusal(405, `${method} is not possible here`) : new Refusal(404, 'no such path');
  }
}

function fit(route, path) {
  if (route.length !== path.length) {
    return null;
  }
  const parameters = {};
  for (let i = 0; i < route.length; i++) {
    if (route[i].startsWith(':')) {
      parameters[route[i].slice(1)] = path[i];
    } else if (route[i] !== path[i]) {
      return null;
    }
  }
  return parameters;
}

module.exports = { Router, Refusal };
