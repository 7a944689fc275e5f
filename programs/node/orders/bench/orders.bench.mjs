import { Bench } from 'tinybench';
import app from '../src/http/app.js';
import seeding from '../src/orders/seed.js';
import storing from '../src/orders/store.js';

const store = new storing.Store();
seeding.seed(store, { seed: 1, orders: 240, customers: 16 });
const { handle } = app.createApp(store, { now: () => new Date('2026-12-31T00:00:00Z') });

const bench = new Bench({ time: 450, warmupTime: 100, retainSamples: true, throws: true });

async function add(name, url) {
  const { body } = await handle({ method: 'GET', url });
  bench.add(name, async () => {
    const answer = await handle({ method: 'GET', url });
    if (answer.status !== 200 || answer.body.length !== body.length) {
      throw new Error(`GET ${url}: ${answer.status}, ${answer.body.length} characters`);
    }
  });
}

await add('invoice', '/customers/3/invoice');
await add('orders', '/customers/3/orders?limit=20');
await add('csv', '/customers/3/orders.csv');
await add('search', '/search?q=reinf+fuel+pump');

await bench.run();

const results = bench.tasks.map(({ name, result: { latency } }) => ({
  name,
  latency: { mean: latency.mean, p50: latency.p50, p99: latency.p99, samplesCount: latency.samplesCount, samples: latency.samples },
}));
process.stdout.write(`${JSON.stringify({ results })}\n`);
