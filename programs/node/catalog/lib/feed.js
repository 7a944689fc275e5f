const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

export function escape(text) {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPES[character]) : text;
}

/** The products as XML for price comparison sites, at list prices. */
export function feed(products) {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<products>'];
  for (const { sku, names, descriptions, attributes, prices } of products) {
    const list = prices.find((price) => price.tier === 'list');
    lines.push(`  <product sku="${escape(sku)}">`, `    <name>${escape(names.en)}</name>`, `    <text>${escape(descriptions.en)}</text>`);
    for (const name in attributes) {
      lines.push(`    <attribute name="${escape(name)}">${escape(attributes[name])}</attribute>`);
    }
    lines.push(`    <price currency="EUR">${(list.net / 100).toFixed(2)}</price>`, '  </product>');
  }
  lines.push('</products>', '');
  return lines.join('\n');
}
