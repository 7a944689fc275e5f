import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { build } from '../app.js';
import { Catalogue } from '../lib/catalogue.js';
import { sample } from '../lib/sample.js';

const app = build(new Catalogue(sample(60)));
after(() => app.close());

const cases = [
  ['GET', '/healthz', 200, /ok/],
  ['GET', '/categories/lamps/products?order=price&colour=oak', 200, /^\{"total":\d+,"facets":/],
  ['GET', '/categories/boats/products', 404, /no such category/],
  ['GET', '/categories/lamps/products?order=luck', 400, /unknown order/],
  ['GET', '/categories/lamps/products?page=0', 400, /page/],
  ['GET', '/products/LA-00001?tier=trade', 200, /"tier":"trade"/],
  ['GET', '/products/LA-00001?tier=staff', 400, /tier/],
  ['GET', '/products/LA-99999', 404, /no such product/],
  ['GET', '/suggest?q=a', 200, /^\[/],
  ['GET', '/suggest', 400, /q/],
  ['GET', '/feeds/rugs', 200, /<\/products>/],
  ['GET', '/feeds/boats', 404, /no such category/],
];

for (const [method, url, status, body] of cases) {
  test(`${method} ${url} answers ${status}`, async () => {
    const response = await app.inject({ method, url });
    assert.equal(response.statusCode, status);
    assert.match(response.body, body);
  });
}

test('stock can be set, within reason', async () => {
  const put = (path, quantity) => app.inject({ method: 'PUT', url: `/products/${path}`, payload: { quantity } });
  assert.equal((await put('LA-00001/stock/north', 777)).statusCode, 204);
  assert.ok((await app.inject('/products/LA-00001')).json().available >= 777);
  assert.deepEqual([(await put('LA-00001/stock/west', 1)).statusCode, (await put('LA-00001/stock/north', -1)).statusCode], [404, 400]);
});
