'use strict';

const http = require('node:http');
const { parseArgs } = require('node:util');
const { Store } = require('./orders/store.js');
const { seed } = require('./orders/seed.js');
const { createApp } = require('./http/app.js');

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '3000' },
    seed: { type: 'string', default: '1' },
    orders: { type: 'string', default: '1200' },
    customers: { type: 'string', default: '40' },
  },
});

const log = (entry) => process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
const store = new Store();
seed(store, { seed: Number(values.seed), orders: Number(values.orders), customers: Number(values.customers) });

const server = http.createServer(createApp(store, { log }).listener);
server.on('error', (error) => {
  log({ level: 'error', reason: error.message });
  process.exitCode = 1;
});
server.listen(Number(values.port), '127.0.0.1', () => log({ level: 'info', listening: server.address().port, orders: store.size }));

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close();
    server.closeIdleConnections();
  });
}
