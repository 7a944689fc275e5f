import { feed } from '../lib/feed.js';
import { Suggestions } from '../lib/suggest.js';

/** Suggestions for a search field, and feeds for other sites. */
export default async function discovery(app, { catalogue }) {
  const suggestions = new Suggestions(catalogue.all());

  app.get('/suggest', {
    schema: { querystring: { type: 'object', required: ['q'], properties: { q: { type: 'string', minLength: 1, maxLength: 100 } } } },
  }, async (request) => suggestions.find(request.query.q, 10));

  app.get('/feeds/:category', async (request, reply) => {
    const products = catalogue.category(request.params.category);
    if (products === undefined) {
      return reply.code(404).send({ error: 'no such category' });
    }
    return reply.type('application/xml; charset=utf-8').send(feed(products));
  });
}
