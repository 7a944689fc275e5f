import fastify from 'fastify';
import discovery from './routes/discovery.js';
import products from './routes/products.js';

/** The service over a catalogue, not yet listening. */
export function build(catalogue, options = {}) {
  const app = fastify(options);
  app.get('/healthz', async () => 'ok\n');
  app.register(products, { catalogue });
  app.register(discovery, { catalogue });
  return app;
}
