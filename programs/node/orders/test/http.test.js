'use strict';

const assert = require('node:assert/strict');
const http = require('node:http');
const { after, before, test } = require('node:test');
const { createApp } = require('../src/http/app.js');
const { seed } = require('../src/orders/seed.js');
const { Store } = require('../src/orders/store.js');

const NOON = '2026-06-01T12:00:00.000Z';
const store = new Store();
const logged = [];
let server;
let base;

before(async () => {
  seed(store, { seed: 1, orders: 6, customers: 2 });
  server = http.createServer(createApp(store, { log: (entry) => logged.push(entry), now: () => new Date(NOON) }).listener);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.close();
  server.closeAllConnections();
});

const post = (body) => fetch(`${base}/orders`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });
const zeppelin = { customer: 50, lines: [{ article: 'ENG-1', name: 'zeppelin', quantity: 2, price: 1250, vat: 20 }] };

test('a posted order can be read and found, and is billed once it is delivered', async () => {
  const response = await post(zeppelin);
  assert.equal(response.status, 201);
  const { id, net, due } = await response.json();
  assert.deepEqual([response.headers.get('location'), net, due], [`/orders/${id}`, 2500, 3000]);
  const order = await (await fetch(`${base}/orders/${id}`)).json();
  assert.deepEqual(order, { id, customer: 50, placed: NOON, lines: [{ ref: `${id}-1`, ...zeppelin.lines[0] }] });
  assert.equal((await (await fetch(`${base}/search?q=zepp`)).json())[0].order, id);
  const bill = async () => (await fetch(`${base}/customers/50/invoice?format=json`)).json();
  assert.equal((await bill()).due, 0);
  store.deliver(50, `${id}-1`, NOON);
  assert.equal((await bill()).due, 3000);
});

test('a customer has an invoice as text, an export, a statement and a list of the latest orders', async () => {
  const invoice = await (await fetch(`${base}/customers/1/invoice?until=2026-12-31`)).text();
  assert.match(invoice, /^INVOICE for customer 1, goods delivered until 2026-12-31\n/);
  const billed = store.deliveriesTo(1).length;
  const { positions } = await (await fetch(`${base}/customers/1/invoice?until=2026-12-31&format=json`)).json();
  assert.ok(positions.length > billed / 2 && positions.length <= billed);
  const orders = store.ordersOf(1);
  const rows = (await (await fetch(`${base}/customers/1/orders.csv`)).text()).trimEnd().split('\r\n');
  assert.equal(rows.length, 1 + orders.flatMap((order) => order.lines).length);
  assert.equal((await (await fetch(`${base}/customers/1/statement`)).json())[0].orders, 3);
  const latest = await (await fetch(`${base}/customers/1/orders?limit=2`)).json();
  assert.deepEqual(latest.map(({ id }) => id), [5, 3]);
});

test('a bad request is refused with the right status, and the reason is logged', async () => {
  const size = store.size;
  const statuses = { '/orders/99': 404, '/orders/x': 400, '/nowhere': 404, '/orders': 405, '/search': 400, '/customers/x/invoice': 400,
    '/customers/1/invoice?until=soon': 400, '/customers/1/orders?limit=x': 400 };
  for (const [path, status] of Object.entries(statuses)) {
    assert.equal((await fetch(base + path)).status, status, path);
  }
  for (const [body, status] of [['{"customer": 2', 400], ['[]', 422], [{ ...zeppelin, customer: -1 }, 422], ['x'.repeat((1 << 20) + 1), 413]]) {
    assert.equal((await post(body)).status, status);
  }
  assert.equal(store.size, size);
  assert.equal(logged.filter(({ status, reason }) => status >= 400 && reason).length, 12);
});

test('the service says that it is ready', async () => {
  assert.equal((await fetch(`${base}/healthz`)).status, 200);
});
