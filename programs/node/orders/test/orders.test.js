'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { csv } = require('../src/orders/csv.js');
const { seed } = require('../src/orders/seed.js');
const { Store } = require('../src/orders/store.js');
const { validate, InvalidOrder, MAX_LINES } = require('../src/orders/validate.js');
const { Index, words } = require('../src/search/index.js');

const good = () => ({ customer: 7, lines: [{ article: 'EL-1', name: 'relay, sealed', quantity: 3, price: 250, vat: 20 }] });

test('a valid order keeps its fields and loses unknown ones', () => {
  const sent = good();
  sent.lines[0].ref = '1-1';
  sent.id = 4;
  assert.deepEqual(validate(sent), good());
});

test('an order that breaks a rule is refused with the reason', () => {
  const broken = [
    [/an object/, () => null], [/an object/, () => []], [/an object/, () => 'order'],
    [/1 to 500 lines/, (o) => ({ ...o, lines: undefined })], [/1 to 500 lines/, (o) => ({ ...o, lines: [] })],
    [/1 to 500 lines/, (o) => ({ ...o, lines: Array(MAX_LINES + 1).fill(o.lines[0]) })],
    [/customer .* not 0/, (o) => ({ ...o, customer: 0 })], [/customer .* not "7"/, (o) => ({ ...o, customer: '7' })],
    [/article of line 1/, (o) => ({ ...o, lines: [null] })], [/name of line 2/, (o) => ({ ...o, lines: [o.lines[0], { ...o.lines[0], name: ' ' }] })],
    [/quantity of line 1/, (o) => ({ ...o, lines: [{ ...o.lines[0], quantity: 1.5 }] })],
    [/price of line 1/, (o) => ({ ...o, lines: [{ ...o.lines[0], price: -1 }] })],
    [/vat of line 1/, (o) => ({ ...o, lines: [{ ...o.lines[0], vat: 31 }] })],
  ];
  for (const [reason, spoil] of broken) {
    assert.throws(() => validate(spoil(good())), (error) => error instanceof InvalidOrder && reason.test(error.message), String(reason));
  }
});

test('the store numbers orders and their lines', () => {
  const store = new Store();
  store.add(good(), 'a');
  const second = store.add({ ...good(), lines: [...good().lines, ...good().lines] }, 'b');
  assert.equal(store.order(2), second);
  assert.deepEqual(second.lines.map(({ ref }) => ref), ['2-1', '2-2']);
  assert.deepEqual(store.ordersOf(7).map(({ id }) => id), [1, 2]);
  assert.deepEqual([store.order(0), store.order(3), store.ordersOf(8), store.deliveriesTo(7)], [undefined, undefined, [], []]);
});

test('the same seed makes the same orders and deliveries, another seed others', () => {
  const make = (start) => {
    const store = new Store();
    seed(store, { seed: start, orders: 12, customers: 3 });
    return JSON.stringify([...store.all(), store.deliveriesTo(1)]);
  };
  assert.equal(make(5), make(5));
  assert.notEqual(make(5), make(6));
});

test('every order from a seed is valid, and most but not all of its lines are delivered', () => {
  const store = new Store();
  seed(store, { seed: 3, orders: 30, customers: 1 });
  for (const order of store.all()) {
    assert.equal(validate(order).lines.length, order.lines.length);
  }
  const lines = store.ordersOf(1).flatMap((order) => order.lines).length;
  const share = store.deliveriesTo(1).length / lines;
  assert.ok(share > 0.8 && share < 0.9, `${share} of ${lines} lines`);
});

test('values with commas, quotes or line breaks are quoted in an export', () => {
  const line = { ref: '1-1', article: 'EL-1', quantity: 2, price: 50, vat: 5 };
  const orders = [{ id: 1, placed: 'day', lines: [{ ...line, name: 'plain' }, { ...line, name: 'a "b", c' }, { ...line, name: 'a\nb' }] }];
  assert.equal(csv(orders), 'order,placed,ref,article,name,quantity,price,vat\r\n1,day,1-1,EL-1,plain,2,50,5\r\n'
    + '1,day,1-1,EL-1,"a ""b"", c",2,50,5\r\n1,day,1-1,EL-1,"a\nb",2,50,5\r\n');
});

test('words are runs of letters and digits in lower case', () => {
  assert.deepEqual(words('BRK-204 Brake disc, É 280 mm'), ['brk', '204', 'brake', 'disc', 'é', '280', 'mm']);
  assert.deepEqual(words(' - '), []);
});

function indexOf(...names) {
  const index = new Index();
  names.forEach((list, i) => index.add({ id: i + 1, customer: 10 + i, lines: list.map((name) => ({ article: '', name })) }));
  return (query, limit = 10) => index.find(query, limit).map(({ order }) => order);
}

test('more and rarer words come first, at equal score the older order', () => {
  const find = indexOf(['relay, sealed'], ['relay', 'fuel pump'], ['relay', 'relay'], ['gasket'], ['relay']);
  assert.deepEqual(find('relay'), [3, 1, 2, 5]);
  assert.deepEqual(find('RELAY, pump'), [2, 3, 1, 5]);
  assert.deepEqual(find('relay', 2), [3, 1]);
  assert.deepEqual(find('nothing'), []);
});

test('an unknown word of three letters stands for the words that start with it', () => {
  const find = indexOf(['reinforced hose'], ['remanufactured hose']);
  assert.deepEqual(find('rei'), [1]);
  assert.deepEqual(find('re'), []);
});

test('a hit carries the lines that matched', () => {
  const index = new Index();
  const lines = ['fuel pump', 'relay', 'pump seal'].map((name) => ({ article: 'A', name }));
  index.add({ id: 1, customer: 2, lines });
  assert.deepEqual(index.find('pump', 5)[0].lines, [lines[0], lines[2]]);
});
