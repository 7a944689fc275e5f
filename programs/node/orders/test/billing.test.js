'use strict';

const assert = require('node:assert/strict');
const { test } = require('node:test');
const { billable, positions, total, invoice, render } = require('../src/billing/invoice.js');
const { statement } = require('../src/billing/statement.js');
const { amount, tax } = require('../src/billing/money.js');

const line = (ref, article = 'EL-1', price = 100, vat = 20, quantity = 1) => ({ ref, article, name: `part ${article}`, price, vat, quantity });
const order = (...lines) => ({ id: 1, customer: 7, placed: '2026-03-01T00:00:00.000Z', lines });
const MARCH = '2026-03-31T00:00:00.000Z';
const delivery = (ref, at = '2026-03-05T00:00:00.000Z') => ({ ref, at });
const refs = (lines) => lines.map(({ ref }) => ref);

test('only delivered lines are billed, in the order they were bought', () => {
  const orders = [order(line('1-1'), line('1-2'), line('1-3')), order(line('2-1'), line('2-2'))];
  const lines = billable(orders, [delivery('2-2'), delivery('1-3'), delivery('1-1')], MARCH);
  assert.deepEqual(refs(lines), ['1-1', '1-3', '2-2']);
  assert.equal(lines[1], orders[0].lines[2], 'the line itself, not a copy');
});

test('a line delivered in two parts is billed once', () => {
  assert.deepEqual(refs(billable([order(line('1-1'), line('1-2'))], [delivery('1-2'), delivery('1-2')], MARCH)), ['1-2']);
});

test('a line delivered after the day of the invoice waits, at that moment it is billed', () => {
  const orders = [order(line('1-1'), line('1-2'))];
  assert.deepEqual(refs(billable(orders, [delivery('1-1', '2026-03-31T00:00:00.001Z'), delivery('1-2', MARCH)], MARCH)), ['1-2']);
});

test('deliveries are matched by the whole reference', () => {
  assert.deepEqual(billable([order(line('1-1'), line('11-1'))], [delivery('1-11'), delivery('11'), delivery('')], MARCH), []);
});

test('a delivery of a line that was never ordered is left out', () => {
  assert.deepEqual(refs(billable([order(line('1-1'))], [delivery('9-9'), delivery('1-1')], MARCH)), ['1-1']);
});

test('without orders or deliveries nothing is billed', () => {
  assert.deepEqual(billable([], [delivery('1-1')], MARCH), []);
  assert.deepEqual(billable([order(line('1-1')), order()], [], MARCH), []);
});

test('neither orders nor deliveries are changed', () => {
  const orders = Object.freeze([Object.freeze(order(line('1-1')))]);
  const deliveries = Object.freeze([delivery('1-1'), delivery('1-2')]);
  billable(orders, deliveries, MARCH).push('x');
  assert.equal(deliveries.length, 2);
  assert.deepEqual(refs(billable(orders, deliveries, MARCH)), ['1-1']);
});

test('lines of the same article and price make one position, sorted by article, then price', () => {
  const found = positions([line('1', 'B', 5), line('2', 'A', 30), line('3', 'A', 4), line('4', 'B', 5, 20, 7)]);
  assert.deepEqual(found.map(({ article, price, quantity }) => [article, price, quantity]), [['A', 4, 1], ['A', 30, 1], ['B', 5, 8]]);
});

test('tax is rounded once for each rate, rates ascending', () => {
  assert.deepEqual(total([line('1', 'A', 333, 20), line('2', 'A', 111, 5, 3), line('3', 'A', 335, 20), line('4', 'A', 50, 0, 2)]), {
    net: 1101,
    taxes: [{ rate: 0, net: 100, tax: 0 }, { rate: 5, net: 333, tax: 17 }, { rate: 20, net: 668, tax: 134 }],
    due: 1252,
  });
});

test('money has two decimals and grouped thousands', () => {
  const texts = [0, 5, 99, 100, 99_999, 100_000, 123_456_789, -5, -100_000].map(amount);
  assert.deepEqual(texts, ['0.00', '0.05', '0.99', '1.00', '999.99', '1,000.00', '1,234,567.89', '-0.05', '-1,000.00']);
  assert.deepEqual([tax(333, 5), tax(10, 5), tax(9, 5), tax(0, 20)], [17, 1, 0, 0]);
});

test('the text of an invoice has the positions and the totals', () => {
  const bill = invoice(7, [order(line('1-1', 'EL-1', 125_000, 20, 2), line('1-2', 'EL-2', 999))], [delivery('1-1')], MARCH);
  assert.equal(render(bill), [
    'INVOICE for customer 7, goods delivered until 2026-03-31', '',
    'Article     Name                                              Qty        Price          Amount',
    'EL-1        part EL-1                                           2     1,250.00        2,500.00', '',
    '            Net                                                                       2,500.00',
    '            VAT 20 % on 2,500.00                                                        500.00',
    '            Due                                                                       3,000.00', '',
  ].join('\n'));
});

test('a statement sums the orders of each month up, oldest first', () => {
  const april = { ...order(line('3-1', 'A', 10, 0, 5)), placed: '2026-04-30T23:59:59.000Z' };
  assert.deepEqual(statement([april, order(line('1-1')), order(line('2-1', 'A', 999, 5))]), [
    { month: '2026-03', orders: 2, pieces: 2, net: 1099, due: 1169 },
    { month: '2026-04', orders: 1, pieces: 5, net: 50, due: 50 },
  ]);
  assert.deepEqual(statement([]), []);
});
