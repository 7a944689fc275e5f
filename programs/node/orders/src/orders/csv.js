'use strict';

const SPECIAL = /[",\r\n]/;

function field(value) {
  return SPECIAL.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The lines of the orders as comma-separated values (RFC 4180), with a header. */
function csv(orders) {
  const rows = ['order,placed,ref,article,name,quantity,price,vat'];
  for (const order of orders) {
    for (const line of order.lines) {
      rows.push(`${order.id},${order.placed},${line.ref},${field(line.article)},${field(line.name)},${line.quantity},${line.price},${line.vat}`);
    }
  }
  rows.push('');
  return rows.join('\r\n');
}

module.exports = { csv };
