'use strict';

const PARTS = ['brake disc', 'oil filter', 'wheel bearing', 'fuel pump', 'drive shaft', 'radiator hose', 'spark plug',
  'timing belt', 'shock absorber', 'relay', 'wiring loom', 'gasket set', 'valve spring', 'clutch plate', 'coolant'];
const QUALITIES = ['ventilated', 'reinforced', 'standard', 'long-life', 'low-noise', 'stainless', 'sealed', 'tropical'];
const RANGES = ['BRK', 'ENG', 'EL', 'FLT', 'HYD', 'TRAN', 'SUS', 'COOL'];
const RATES = [20, 20, 20, 10, 5, 0];
const START = Date.UTC(2026, 0, 5, 8);
const HOUR = 3_600_000;

/** Whole numbers below a bound, the same sequence for the same seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

function catalogue(next, count) {
  const pick = (list) => list[next(list.length)];
  return Array.from({ length: count }, (_, i) => ({
    article: `${pick(RANGES)}-${10_000 + i * 7}`,
    name: `${pick(PARTS)}, ${pick(QUALITIES)} ${1 + next(900)} mm`,
    price: 50 + next(90_000),
    vat: pick(RATES),
  }));
}

/** Fills the store with orders of customers 1 to `customers`; about six lines of seven are delivered in the days that follow. */
function seed(store, { seed: start, orders, customers }) {
  const next = random(start);
  const articles = catalogue(next, 1_200);
  for (let i = 0; i < orders; i++) {
    const lines = Array.from({ length: 40 + next(61) }, () => ({ ...articles[next(articles.length)], quantity: 1 + next(40) }));
    const placed = START + i * 2 * HOUR;
    const order = store.add({ customer: 1 + (i % customers), lines }, new Date(placed).toISOString());
    for (const line of order.lines) {
      if (next(7) > 0) {
        store.deliver(order.customer, line.ref, new Date(placed + (24 + next(72)) * HOUR).toISOString());
      }
    }
  }
}

module.exports = { seed, random };
