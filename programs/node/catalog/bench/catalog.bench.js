import { Bench } from 'tinybench';
import { Catalogue } from '../lib/catalogue.js';
import { feed } from '../lib/feed.js';
import { sample } from '../lib/sample.js';
import { Suggestions } from '../lib/suggest.js';

const catalogue = new Catalogue(sample(1_200, 7));
const suggestions = new Suggestions(catalogue.all());
const lamps = catalogue.category('lamps');
const view = { tier: 'trade', language: 'de' };

const work = {
  list: () => catalogue.list('chairs', { order: 'rating', view }).products.length,
  suggest: () => suggestions.find('nordci blakc', 10).length,
  feed: () => feed(lamps).length,
};

const bench = new Bench({ time: 600, warmupTime: 150, retainSamples: true, throws: true });
for (const [name, run] of Object.entries(work)) {
  const expected = run();
  bench.add(name, () => {
    if (run() !== expected || expected === 0) {
      throw new Error(`${name} gave another result`);
    }
  });
}
await bench.run();

process.stdout.write(`${JSON.stringify(bench.tasks.map(({ name, result: { latency } }) => ({
  name,
  latency: { mean: latency.mean, p50: latency.p50, p99: latency.p99, samplesCount: latency.samplesCount, samples: latency.samples },
})))}\n`);
