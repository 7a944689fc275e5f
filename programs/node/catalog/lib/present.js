/** A product as a customer of the tier reads it: one language, the prices of the tier, and nothing that is only for the shop. */
export function present(stored, { tier, language }) {
  const product = JSON.parse(JSON.stringify(stored));
  product.name = product.names[language] ?? product.names.en;
  product.description = product.descriptions[language] ?? product.descriptions.en;
  product.prices = product.prices.filter((price) => price.tier === tier || price.tier === 'list');
  product.available = product.stock.reduce((sum, place) => sum + place.quantity, 0);
  product.images.sort((a, b) => a.position - b.position);
  for (const internal of ['names', 'descriptions', 'stock', 'history', 'cost', 'supplier']) {
    delete product[internal];
  }
  return product;
}
