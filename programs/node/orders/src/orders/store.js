'use strict';

/**
 * Orders and what was delivered of them, in memory.
 * A line is known by its reference, "<order>-<line>"; a delivery names the references on board.
 */
class Store {
  #orders = [];
  #customers = new Map();

  /** Gives the order the next number, its lines their references, and keeps it. */
  add(order, placed) {
    const id = this.#orders.length + 1;
    const lines = order.lines.map((line, i) => ({ ref: `${id}-${i + 1}`, ...line }));
    const kept = { id, customer: order.customer, placed, lines };
    this.#orders.push(kept);
    this.#account(order.customer).orders.push(kept);
    return kept;
  }

  /** Notes that a line left the warehouse. */
  deliver(customer, ref, at) {
    this.#account(customer).deliveries.push({ ref, at });
  }

  order(id) {
    return this.#orders[id - 1];
  }

  /** The customer's orders, oldest first. */
  ordersOf(customer) {
    return this.#customers.get(customer)?.orders ?? [];
  }

  deliveriesTo(customer) {
    return this.#customers.get(customer)?.deliveries ?? [];
  }

  all() {
    return this.#orders.values();
  }

  get size() {
    return this.#orders.length;
  }

  #account(customer) {
    let account = this.#customers.get(customer);
    if (account === undefined) {
      account = { orders: [], deliveries: [] };
      this.#customers.set(customer, account);
    }
    return account;
  }
}

module.exports = { Store };
