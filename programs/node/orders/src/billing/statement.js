'use strict';

const { total } = require('./invoice.js');

/** What was ordered in each calendar month, oldest month first. */
function statement(orders) {
  const months = new Map();
  for (const order of orders) {
    const month = order.placed.slice(0, 7);
    if (!months.has(month)) {
      months.set(month, { month, orders: 0, pieces: 0, net: 0, due: 0 });
    }
    const sum = months.get(month);
    const { net, due } = total(order.lines);
    sum.orders++;
    sum.net += net;
    sum.due += due;
    for (const line of order.lines) {
      sum.pieces += line.quantity;
    }
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

module.exports = { statement };
