// The text twin: the same as tables, of what is looked at now. hone writes those of all times.

const TABLE_ROWS = 100;
const written = [...by('twin').querySelectorAll('table')];

let stale = false;

/** The tables are made anew when somebody looks at them. */
function staleTables() {
  stale = true;
  freshTables();
}

function freshTables() {
  if (!stale || !by('twin').open) return;
  stale = false;
  by('twin').querySelectorAll('table').forEach((each) => each.remove());
  by('twin').append(...(strip.whole() ? written : [functionTable(graph), wayTable(graph)]));
}

function functionTable({ names, size, fn, own, total, end }) {
  const self = new Float64Array(names.length);
  const all = new Float64Array(names.length);
  const until = new Int32Array(names.length);
  for (let i = 1; i < size; i++) {
    self[fn[i]] += own[i];
    if (i >= until[fn[i]]) {
      all[fn[i]] += total[i];
      until[fn[i]] = end[i];
    }
  }
  const count = all.reduce((sum, value) => sum + (value > 0), 0);
  const least = self.slice().sort().at(-TABLE_ROWS) ?? 0;
  const order = [...self.keys()].filter((f) => all[f] > 0 && self[f] >= least).sort((a, b) => self[b] - self[a] || a - b);
  const more = count > TABLE_ROWS ? `, the first ${TABLE_ROWS} of ${count}` : '';
  return table(`Functions by what they cost themselves${more}`, ['function', 'self', 'of all', 'total', 'of all'],
    order.slice(0, TABLE_ROWS).map((f) => [clipped(names[f]), ...cells(self[f]), ...cells(all[f])]));
}

/** From the root always the costliest call, as long as it matters. */
function wayTable({ names, size, fn, total, caller }) {
  const heaviest = new Int32Array(size);
  for (let i = 1; i < size; i++) {
    const best = heaviest[caller[i]];
    if (best === 0 || total[i] > total[best]) heaviest[caller[i]] = i;
  }
  const way = [];
  for (let i = heaviest[0]; i > 0 && total[i] > 0 && total[i] >= total[0] / 100; i = heaviest[i]) way.push(i);
  return table('The costliest way down', ['function', 'total', 'of all'],
    way.map((i) => [clipped(names[fn[i]]), ...cells(total[i])]));
}

function cells(value) {
  return [quantity(value, graph.unit), percent(value, graph.total[0])];
}

function table(caption, heads, rows) {
  const made = document.createElement('table');
  made.createCaption().textContent = caption;
  const head = made.createTHead().insertRow();
  for (const text of heads) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = text;
    head.append(cell);
  }
  const body = made.createTBody();
  for (const [name, ...numbers] of rows) {
    const row = body.insertRow();
    const cell = document.createElement('th');
    cell.scope = 'row';
    cell.textContent = name;
    row.append(cell);
    for (const number of numbers) row.insertCell().textContent = number;
  }
  return made;
}
