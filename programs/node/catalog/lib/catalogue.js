import { present } from './present.js';

const PAGE = 48;
const ORDERS = {
  name: (a, b) => (a.names.en < b.names.en ? -1 : a.names.en > b.names.en ? 1 : 0),
  price: (a, b) => a.prices[0].net - b.prices[0].net,
  rating: (a, b) => b.rating - a.rating,
};

/** The products of a shop, by article number and by category. */
export class Catalogue {
  #products = new Map();
  #categories = new Map();

  constructor(products) {
    for (const product of products) {
      this.#products.set(product.sku, product);
      const others = this.#categories.get(product.category);
      if (others === undefined) {
        this.#categories.set(product.category, [product]);
      } else {
        others.push(product);
      }
    }
  }

  /** The product as a customer of the tier sees it, or undefined. */
  product(sku, view) {
    const stored = this.#products.get(sku);
    return stored && present(stored, view);
  }

  /** The products of a category as they are kept; undefined if there is no such category. */
  category(name) {
    return this.#categories.get(name);
  }

  all() {
    return [...this.#products.values()];
  }

  /** One page of a category that fits the filters, in the given order, with how many products have each facet. */
  list(category, { filters = {}, order = 'name', page = 1, view }) {
    const found = (this.#categories.get(category) ?? [])
      .filter((product) => fits(product, filters))
      .sort(ORDERS[order]);
    return {
      total: found.length,
      facets: facets(found),
      products: found.slice((page - 1) * PAGE, page * PAGE).map((product) => present(product, view)),
    };
  }

  /** Sets how many pieces of a product a warehouse has. False if there is no such product or warehouse. */
  restock(sku, warehouse, quantity) {
    const place = this.#products.get(sku)?.stock.find((each) => each.warehouse === warehouse);
    if (place !== undefined) {
      place.quantity = quantity;
    }
    return place !== undefined;
  }
}

function fits(product, { least = 0, most = Infinity, attributes = {} }) {
  const net = product.prices[0].net;
  return net >= least && net <= most
    && Object.entries(attributes).every(([name, value]) => product.attributes[name] === value);
}

function facets(products) {
  const counts = {};
  for (const product of products) {
    for (const name in product.attributes) {
      const values = (counts[name] ??= {});
      const value = product.attributes[name];
      values[value] = (values[value] ?? 0) + 1;
    }
  }
  return counts;
}

export const isOrder = (name) => Object.hasOwn(ORDERS, name);
