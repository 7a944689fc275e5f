const CATEGORIES = ['lamps', 'chairs', 'tables', 'shelves', 'rugs', 'clocks'];
const STYLES = ['Nordic', 'Classic', 'Rustic', 'Modern', 'Industrial', 'Colonial', 'Minimal', 'Art Deco'];
const ATTRIBUTES = {
  colour: ['black', 'white', 'oak', 'walnut', 'brass', 'sage', 'brick'],
  material: ['steel', 'oak', 'wool', 'glass', 'cotton & linen', 'marble'],
  size: ['small', 'medium', 'large'],
  room: ['kitchen', 'bedroom', 'office', 'hall', 'garden'],
};
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pl'];
const TIERS = ['list', 'trade', 'wholesale'];

/** Makes products, the same for the same seed. */
export function sample(count, seed = 1) {
  let state = (seed >>> 0) || 1;
  const next = (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
  const pick = (list) => list[next(list.length)];
  return Array.from({ length: count }, (_, i) => {
    const category = CATEGORIES[i % CATEGORIES.length];
    const attributes = Object.fromEntries(Object.entries(ATTRIBUTES).map(([name, values]) => [name, pick(values)]));
    const name = `${pick(STYLES)} ${attributes.colour} ${category.slice(0, -1)} ${100 + next(900)}`;
    const text = `${name}, ${attributes.size}, made of ${attributes.material} for the ${attributes.room}; delivered flat with all that is needed to put it together`;
    const net = 900 + next(150_000);
    return {
      sku: `${category.slice(0, 2).toUpperCase()}-${String(i + 1).padStart(5, '0')}`,
      category,
      names: Object.fromEntries(LANGUAGES.map((language) => [language, language === 'en' ? name : `${name} (${language})`])),
      descriptions: Object.fromEntries(LANGUAGES.map((language) => [language, `${text} [${language}]`])),
      attributes,
      prices: TIERS.map((tier, step) => ({ tier, net: Math.round(net * (1 - step * 0.12)), vat: 20, from: 1 + step * 10 })),
      stock: ['north', 'south', 'harbour', 'airport', 'canal'].map((warehouse) => ({ warehouse, quantity: next(200) })),
      images: [4, 2, 1, 6, 3, 5].map((position) => ({ position, file: `${i + 1}-${position}.jpg`, width: 1200, height: 900 })),
      related: Array.from({ length: 12 }, () => 1 + next(count)),
      history: Array.from({ length: 18 }, (_, month) => ({ month: `${2024 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, '0')}`, net: Math.round(net * (0.9 + next(20) / 100)) })),
      rating: (10 + next(41)) / 10,
      cost: Math.round(net * 0.4),
      supplier: { number: next(500), days: 2 + next(20) },
    };
  });
}
