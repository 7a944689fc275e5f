'use strict';

const { validate, InvalidOrder } = require('../orders/validate.js');
const { csv } = require('../orders/csv.js');
const { invoice, render, total } = require('../billing/invoice.js');
const { statement } = require('../billing/statement.js');
const { Index } = require('../search/index.js');
const { Router, Refusal } = require('./router.js');

const MAX_BODY = 1 << 20;

function json(status, value, headers = {}) {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

function text(type, body) {
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}

function number(value, name) {
  if (!/^\d{1,9}$/.test(value)) {
    throw new Refusal(400, `${name} is not a number: ${JSON.stringify(value)}`);
  }
  return Number(value);
}

function limit(query, otherwise, most) {
  const value = query.get('limit');
  return value === null ? otherwise : Math.min(Math.max(number(value, 'limit'), 1), most);
}

async function readJson(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MAX_BODY) {
      throw new Refusal(413, `a body may have ${MAX_BODY} bytes`);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw new Refusal(400, `the body is not JSON: ${error.message}`);
  }
}

/** The service over a store: `handle` answers a request with status, headers and body; `listener` is for node:http. */
function createApp(store, { log = () => {}, now = () => new Date() } = {}) {
  const index = new Index();
  for (const order of store.all()) {
    index.add(order);
  }

  const find = (parameters) => {
    const order = store.order(number(parameters.id, 'order'));
    if (order === undefined) {
      throw new Refusal(404, 'no such order');
    }
    return order;
  };

  const create = async ({ request }) => {
    const order = store.add(validate(await readJson(request)), now().toISOString());
    index.add(order);
    const { net, due } = total(order.lines);
    return json(201, { id: order.id, net, due }, { location: `/orders/${order.id}` });
  };

  const bill = ({ parameters, query }) => {
    const customer = number(parameters.id, 'customer');
    const until = query.get('until') ?? now().toISOString();
    if (Number.isNaN(Date.parse(until))) {
      throw new Refusal(400, `until is not a time: ${JSON.stringify(until)}`);
    }
    const made = invoice(customer, store.ordersOf(customer), store.deliveriesTo(customer), new Date(until).toISOString());
    return query.get('format') === 'json' ? json(200, made) : text('text/plain', render(made));
  };

  const latest = ({ parameters, query }) => {
    const orders = store.ordersOf(number(parameters.id, 'customer'));
    return json(200, orders.slice(-limit(query, 10, 100)).reverse());
  };

  const search = ({ query }) => {
    const sought = query.get('q');
    if (!sought) {
      throw new Refusal(400, 'parameter q is missing');
    }
    return json(200, index.find(sought, limit(query, 10, 100)));
  };

  const router = new Router()
    .on('GET', '/healthz', () => text('text/plain', 'ok\n'))
    .on('POST', '/orders', create)
    .on('GET', '/orders/:id', ({ parameters }) => json(200, find(parameters)))
    .on('GET', '/customers/:id/invoice', bill)
    .on('GET', '/customers/:id/orders', latest)
    .on('GET', '/customers/:id/orders.csv', ({ parameters }) => text('text/csv', csv(store.ordersOf(number(parameters.id, 'customer')))))
    .on('GET', '/customers/:id/statement', ({ parameters }) => json(200, statement(store.ordersOf(number(parameters.id, 'customer')))))
    .on('GET', '/search', search);

  const refuse = (error, request) => {
    const status = error instanceof Refusal ? error.status : error instanceof InvalidOrder ? 422 : 500;
    log({ level: status === 500 ? 'error' : 'info', method: request.method, url: request.url, status, reason: status === 500 ? error.stack : error.message });
    return json(status, { error: status === 500 ? 'internal error' : error.message });
  };

  const handle = async (request) => {
    try {
      const url = new URL(request.url, 'http://localhost');
      const { handler, parameters } = router.match(request.method, url.pathname);
      return await handler({ request, parameters, query: url.searchParams });
    } catch (error) {
      return refuse(error, request);
    }
  };

  const listener = async (request, response) => {
    const { status, headers, body } = await handle(request);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  };

  return { handle, listener };
}

module.exports = { createApp };
