// Numbers and names in words, as hone writes them everywhere.

/** Characters of a name that is told; a longer one loses its middle. */
const LONGEST_TOLD = 400;

function scaled(value, step, symbols) {
  let symbol = 0;
  let left = value;
  while (Math.abs(left) >= step * 0.9995 && symbol < symbols.length - 1) {
    left /= step;
    symbol++;
  }
  return left.toFixed(Number.isInteger(left) || left >= 99.95 ? 0 : left >= 9.995 ? 1 : 2) + ' ' + symbols[symbol];
}

function quantity(value, unit) {
  if (unit === 'nanoseconds') return scaled(value, 1000, ['ns', 'µs', 'ms', 's']);
  if (unit === 'bytes') return scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB']);
  return value.toLocaleString('en-US') + (unit === 'count' ? '' : ' ' + unit);
}

function counted(number, one) {
  return `${number.toLocaleString('en-US')} ${one}${number === 1 ? '' : 's'}`;
}

function percent(part, whole) {
  return (whole > 0 ? (100 * part / whole).toFixed(1) : '0.0') + ' %';
}

/** A moment since the recording began. */
function seconds(nanos) {
  const value = nanos / 1e9;
  const digits = nanos === 0 ? 0 : value < 1 ? 3 : value < 100 ? 2 : 0;
  return value.toFixed(digits) + ' s';
}

function name(bar) {
  if (bar.fn === TOGETHER) return together(bar);
  return bar.fn === ROOT ? 'all' : graph.names[bar.fn];
}

function together(rest) {
  const count = rest.places.length;
  const last = count > 1 ? ` … ${clipped(graph.names[rest.function(-1)])}` : '';
  return `${count.toLocaleString('en-US')} narrow: ${clipped(graph.names[rest.function(0)])}${last}`;
}

function clipped(text) {
  if (text.length <= LONGEST_TOLD) return text;
  return beginning(text, LONGEST_TOLD * 3 / 4) + '…' + text.slice(-LONGEST_TOLD / 4).replace(/^[\udc00-\udfff]/, '');
}

/** The beginning of a text, without half a character at its end. */
function beginning(text, letters) {
  return text.slice(0, letters).replace(/[\ud800-\udbff]$/, '');
}

/** What is told of a bar after its name. Who cannot see its colour is told what it stands for. */
function told(bar) {
  const file = bar.fn < 0 || !graph.files[bar.fn] ? '' : `, ${clipped(graph.files[bar.fn])}`;
  const value = `${file}: ${quantity(bar.value, graph.unit)}, ${percent(bar.value, graph.total[0])}`;
  if (graph.compared) {
    return `${value}; before ${quantity(bar.before, graph.unit)}, ${percent(bar.before, graph.before[0])}`;
  }
  const self = bar.self(graph);
  const own = self ? `; itself ${quantity(self.value, graph.unit)}, ${percent(self.value, graph.total[0])}` : '';
  const layer = bar.fn < 0 ? '' : `; ${graph.layers[graph.layer[bar.fn]]}`;
  return `${value}${own}${layer}`;
}
