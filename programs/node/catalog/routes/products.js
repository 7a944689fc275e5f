import { isOrder } from '../lib/catalogue.js';

const TIERS = ['list', 'trade', 'wholesale'];
const view = {
  tier: { type: 'string', enum: TIERS, default: 'list' },
  language: { type: 'string', pattern: '^[a-z]{2}$', default: 'en' },
};

/** Lists, single products and stock. */
export default async function products(app, { catalogue }) {
  app.get('/categories/:category/products', {
    schema: {
      querystring: {
        type: 'object',
        properties: {
          ...view,
          order: { type: 'string', default: 'name' },
          page: { type: 'integer', minimum: 1, default: 1 },
          least: { type: 'integer', minimum: 0 },
          most: { type: 'integer', minimum: 0 },
          colour: { type: 'string' },
          material: { type: 'string' },
        },
      },
    },
  }, async (request, reply) => {
    const { tier, language, order, page, least, most, colour, material } = request.query;
    if (!isOrder(order)) {
      return reply.code(400).send({ error: `unknown order ${JSON.stringify(order)}` });
    }
    if (catalogue.category(request.params.category) === undefined) {
      return reply.code(404).send({ error: 'no such category' });
    }
    const attributes = { ...(colour !== undefined && { colour }), ...(material !== undefined && { material }) };
    return catalogue.list(request.params.category, { filters: { least, most, attributes }, order, page, view: { tier, language } });
  });

  app.get('/products/:sku', { schema: { querystring: { type: 'object', properties: view } } }, async (request, reply) => {
    const product = catalogue.product(request.params.sku, request.query);
    return product ?? reply.code(404).send({ error: 'no such product' });
  });

  app.put('/products/:sku/stock/:warehouse', {
    schema: {
      body: { type: 'object', required: ['quantity'], additionalProperties: false, properties: { quantity: { type: 'integer', minimum: 0, maximum: 1_000_000 } } },
    },
  }, async (request, reply) => {
    const { sku, warehouse } = request.params;
    if (!catalogue.restock(sku, warehouse, request.body.quantity)) {
      return reply.code(404).send({ error: 'no such product or warehouse' });
    }
    return reply.code(204).send();
  });
}
