'use strict';

const MAX_LINES = 500;

/** An order that breaks a rule; the message says which. */
class InvalidOrder extends Error {
  constructor(message) {
    super(message);
    this.name = 'InvalidOrder';
  }
}

function wholeNumber(value, least, most, name) {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new InvalidOrder(`${name} must be a whole number from ${least} to ${most}, not ${JSON.stringify(value)}`);
  }
  return value;
}

function text(value, name) {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 200) {
    throw new InvalidOrder(`${name} must be a text of 1 to 200 characters`);
  }
  return value;
}

/** Checks what a client sent and returns an order that holds exactly the known fields. */
function validate(input) {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    throw new InvalidOrder('an order must be an object');
  }
  if (!Array.isArray(input.lines) || input.lines.length === 0 || input.lines.length > MAX_LINES) {
    throw new InvalidOrder(`an order must have 1 to ${MAX_LINES} lines`);
  }
  return {
    customer: wholeNumber(input.customer, 1, 1_000_000, 'customer'),
    lines: input.lines.map((line, i) => ({
      article: text(line?.article, `article of line ${i + 1}`),
      name: text(line?.name, `name of line ${i + 1}`),
      quantity: wholeNumber(line.quantity, 1, 10_000, `quantity of line ${i + 1}`),
      price: wholeNumber(line.price, 0, 100_000_000, `price of line ${i + 1}`),
      vat: wholeNumber(line.vat, 0, 30, `vat of line ${i + 1}`),
    })),
  };
}

module.exports = { validate, InvalidOrder, MAX_LINES };
