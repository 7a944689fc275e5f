import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalogue } from '../lib/catalogue.js';
import { escape, feed } from '../lib/feed.js';
import { present } from '../lib/present.js';
import { sample } from '../lib/sample.js';
import { startsNearly, Suggestions } from '../lib/suggest.js';

const trade = { tier: 'trade', language: 'de' };
const stored = () => ({
  sku: 'LA-1', category: 'lamps', rating: 4, cost: 40, supplier: { number: 1, days: 3 }, history: [{ month: '2025-01', net: 90 }],
  names: { en: 'Lamp', de: 'Lampe' }, descriptions: { en: 'A lamp' }, attributes: { colour: 'black' },
  prices: [{ tier: 'list', net: 100 }, { tier: 'trade', net: 88 }, { tier: 'wholesale', net: 76 }],
  stock: [{ warehouse: 'north', quantity: 3 }, { warehouse: 'south', quantity: 4 }],
  images: [{ position: 2, file: 'b' }, { position: 1, file: 'a' }],
});

test('a customer sees one language, the prices of the tier, and nothing internal', () => {
  assert.deepEqual(present(stored(), trade), {
    sku: 'LA-1', category: 'lamps', rating: 4, name: 'Lampe', description: 'A lamp', attributes: { colour: 'black' }, available: 7,
    prices: [{ tier: 'list', net: 100 }, { tier: 'trade', net: 88 }], images: [{ position: 1, file: 'a' }, { position: 2, file: 'b' }],
  });
  assert.equal(present(stored(), { tier: 'list', language: 'fi' }).name, 'Lamp');
});

test('presenting a product leaves the kept one as it is', () => {
  const product = stored();
  present(product, trade);
  assert.deepEqual(product, stored());
});

test('what a caller does to a presented product does not reach the kept one', () => {
  const product = stored();
  const shown = present(product, trade);
  shown.attributes.colour = 'red';
  shown.prices[0].net = 1;
  shown.images[0].file = 'x';
  shown.prices.length = 0;
  assert.deepEqual(product, stored());
});

test('a list is filtered, ordered and cut into pages, its facets count all that fits', () => {
  const catalogue = new Catalogue(sample(600));
  const all = catalogue.list('rugs', { order: 'price', view: trade });
  assert.deepEqual([all.total, all.products.length], [100, 48]);
  const pages = [1, 2, 3, 4].flatMap((page) => catalogue.list('rugs', { order: 'price', page, view: trade }).products);
  const prices = pages.map((product) => product.prices[0].net);
  assert.deepEqual([new Set(pages.map(({ sku }) => sku)).size, prices], [100, prices.toSorted((a, b) => a - b)]);
  const count = all.facets.colour.black;
  const black = catalogue.list('rugs', { filters: { attributes: { colour: 'black' } }, view: trade });
  assert.deepEqual([black.total, black.facets.colour], [count, { black: count }]);
  const some = catalogue.list('rugs', { filters: { least: prices[10], most: prices[20] }, view: trade });
  assert.ok(some.total >= 11 && some.products.every(({ prices: [{ net }] }) => net >= prices[10] && net <= prices[20]));
  assert.equal(Object.values(all.facets.size).reduce((sum, each) => sum + each), 100);
});

test('lists are ordered by name or by rating, the best first', () => {
  const catalogue = new Catalogue(sample(300));
  const names = catalogue.list('clocks', { view: { tier: 'list', language: 'en' } }).products.map(({ name }) => name);
  assert.deepEqual(names, names.toSorted());
  const ratings = catalogue.list('clocks', { order: 'rating', view: trade }).products.map(({ rating }) => rating);
  assert.deepEqual(ratings, ratings.toSorted((a, b) => b - a));
  assert.deepEqual(catalogue.list('boats', { view: trade }), { total: 0, facets: {}, products: [] });
});

test('new stock is seen at once', () => {
  const catalogue = new Catalogue([stored()]);
  assert.equal(catalogue.product('LA-1', trade).available, 7);
  assert.equal(catalogue.restock('LA-1', 'south', 10), true);
  assert.equal(catalogue.product('LA-1', trade).available, 13);
  assert.deepEqual([catalogue.restock('LA-1', 'west', 1), catalogue.restock('LA-2', 'north', 1), catalogue.product('LA-2', trade)], [false, false, undefined]);
});

test('one slip of the finger is forgiven, two are not', () => {
  for (const typed of ['nordic', 'nord', 'nirdic', 'norddic', 'nodic', 'nrodic', 'ordic', 'nordix']) {
    assert.ok(startsNearly('nordic', typed), typed);
  }
  for (const typed of ['nirdix', 'rustic', 'nodci', 'nordicus']) {
    assert.ok(!startsNearly('nordic', typed), typed);
  }
});

test('exact suggestions come before near ones, then the better rated', () => {
  const product = (sku, name, rating) => ({ sku, rating, names: { en: name } });
  const suggestions = new Suggestions([product('1', 'Nordic oak chair', 2), product('2', 'Nordic black chair', 5), product('3', 'Nordiv black lamp', 5), product('4', 'Rustic oak table', 1)]);
  const find = (typed, limit = 10) => suggestions.find(typed, limit).map(({ sku }) => sku);
  assert.deepEqual(find('nordic'), ['2', '1', '3']);
  assert.deepEqual(find('OAK nor'), ['1']);
  assert.deepEqual(find('nordic', 1), ['2']);
  assert.deepEqual([find(' '), find('oka'), find('ruts')], [[], [], ['4']]);
});

test('a feed is well-formed whatever the texts hold', () => {
  const product = stored();
  product.names.en = `<Lamp> & "co"`;
  assert.match(feed([product]), /<name>&lt;Lamp&gt; &amp; &quot;co&quot;<\/name>\n {4}<text>A lamp<\/text>[^]*<price currency="EUR">1\.00<\/price>/);
  assert.equal(escape("it's"), 'it&apos;s');
});

test('the same seed makes the same products', () => {
  assert.deepEqual(sample(20, 3), sample(20, 3));
  assert.notDeepEqual(sample(20, 3), sample(20, 4));
});
