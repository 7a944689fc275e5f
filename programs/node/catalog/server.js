import { build } from './app.js';
import { Catalogue } from './lib/catalogue.js';
import { sample } from './lib/sample.js';

const catalogue = new Catalogue(sample(Number(process.env.PRODUCTS ?? 2_400)));
const app = build(catalogue, { logger: { level: process.env.LOG_LEVEL ?? 'warn' } });

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => app.close());
}

try {
  await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 3001) });
} catch (error) {
  app.log.fatal(error);
  process.exitCode = 1;
}
