'use strict';

/** Cents as text with two decimals and a comma between thousands. */
function amount(cents) {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  let whole = digits.slice(0, -2);
  let grouped = '';
  while (whole.length > 3) {
    grouped = `,${whole.slice(-3)}${grouped}`;
    whole = whole.slice(0, -3);
  }
  return `${cents < 0 ? '-' : ''}${whole}${grouped}.${digits.slice(-2)}`;
}

/** Tax on a net amount, rounded half up to whole cents. */
function tax(net, rate) {
  return Math.floor((net * rate + 50) / 100);
}

module.exports = { amount, tax };
