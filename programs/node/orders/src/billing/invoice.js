'use strict';

const { amount, tax } = require('./money.js');

/** The lines of the orders that were delivered by the given time, in the order they were bought. */
function billable(orders, deliveries, until) {
  const delivered = deliveries.filter((delivery) => delivery.at <= until).map((delivery) => delivery.ref);
  const lines = [];
  for (const order of orders) {
    for (const line of order.lines) {
      if (delivered.includes(line.ref)) {
        lines.push(line);
      }
    }
  }
  return lines;
}

/** One position for each article and price, sorted by article, then price. */
function positions(lines) {
  const byKey = new Map();
  for (const line of lines) {
    const key = `${line.article}@${line.price}`;
    const position = byKey.get(key);
    if (position === undefined) {
      byKey.set(key, { article: line.article, name: line.name, price: line.price, vat: line.vat, quantity: line.quantity });
    } else {
      position.quantity += line.quantity;
    }
  }
  return [...byKey.values()].sort((a, b) => (a.article < b.article ? -1 : a.article > b.article ? 1 : a.price - b.price));
}

/** Net, tax for each rate in ascending order, and what is due. Tax is rounded once for each rate. */
function total(lines) {
  const nets = new Map();
  for (const line of lines) {
    nets.set(line.vat, (nets.get(line.vat) ?? 0) + line.quantity * line.price);
  }
  const taxes = [...nets].sort(([a], [b]) => a - b).map(([rate, net]) => ({ rate, net, tax: tax(net, rate) }));
  const net = taxes.reduce((sum, each) => sum + each.net, 0);
  return { net, taxes, due: taxes.reduce((sum, each) => sum + each.tax, net) };
}

/** What a customer has to pay for the goods delivered by the given time. */
function invoice(customer, orders, deliveries, until) {
  const lines = billable(orders, deliveries, until);
  return { customer, until, positions: positions(lines), ...total(lines) };
}

function row(article, name, quantity, price, sum) {
  return `${article.padEnd(12)}${name.slice(0, 44).padEnd(46)}${quantity.padStart(7)}${price.padStart(13)}${sum.padStart(16)}`.trimEnd();
}

/** The invoice as text. */
function render(bill) {
  const rows = [`INVOICE for customer ${bill.customer}, goods delivered until ${bill.until.slice(0, 10)}`, '',
    row('Article', 'Name', 'Qty', 'Price', 'Amount')];
  for (const position of bill.positions) {
    rows.push(row(position.article, position.name, String(position.quantity), amount(position.price), amount(position.quantity * position.price)));
  }
  rows.push('', row('', 'Net', '', '', amount(bill.net)));
  for (const each of bill.taxes) {
    rows.push(row('', `VAT ${each.rate} % on ${amount(each.net)}`, '', '', amount(each.tax)));
  }
  rows.push(row('', 'Due', '', '', amount(bill.due)), '');
  return rows.join('\n');
}

module.exports = { billable, positions, total, invoice, render };
