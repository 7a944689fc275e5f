// The graph as it was packed, in columns: bar 0 is the root, callers stand before callees, and
// functions are numbered in the order of their names.

async function unpacked(text) {
  const letters = atob(text.trim());
  const packed = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) packed[i] = letters.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function decoded(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const headLength = varint();
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(at, at + headLength)));
  at += headLength;
  const bars = decodedBars(varint, head);
  const time = head.time ? decodedTime(varint, head.time) : null;
  const graph = {
    ...head, ...bars, time, ownOfAll: time ? bars.own.slice() : bars.own,
    total: new Float64Array(head.bars), before: new Float64Array(head.bars),
  };
  addUp(graph);
  return graph;
}

function decodedBars(varint, { bars: size, compared, names }) {
  const fn = new Int32Array(size);
  const caller = new Int32Array(size);
  const calleeCount = new Int32Array(size);
  const own = new Float64Array(size);
  const ownBefore = new Float64Array(size);
  const way = [];
  let depth = -1;
  for (let i = 0; i < size; i++) {
    depth += 1 - varint();
    fn[i] = varint();
    own[i] = varint();
    if (compared) ownBefore[i] = varint();
    if (i > 0) {
      caller[i] = way[depth - 1];
      calleeCount[caller[i]]++;
    } else {
      depth = 0;
    }
    way[depth] = i;
  }
  fn[0] = -1;
  caller[0] = -1;
  return { size, fn, caller, calleeCount, own, ownBefore, end: ends(caller), ...byFunction(fn, names.length) };
}

/** Before which bar what each bar calls ends. */
function ends(caller) {
  const end = new Int32Array(caller.length);
  for (let i = caller.length - 1; i >= 0; i--) {
    if (end[i] === 0) end[i] = i + 1;
    if (i > 0 && end[caller[i]] < end[i]) end[caller[i]] = end[i];
  }
  return end;
}

/** All bars function by function; those of function f begin at firstOf[f]. */
function byFunction(fn, functions) {
  const firstOf = new Int32Array(functions + 1);
  for (let i = 1; i < fn.length; i++) firstOf[fn[i] + 1]++;
  for (let f = 0; f < functions; f++) firstOf[f + 1] += firstOf[f];
  const next = firstOf.slice();
  const barsOf = new Int32Array(fn.length - 1);
  for (let i = 1; i < fn.length; i++) barsOf[next[fn[i]]++] = i;
  return { firstOf, barsOf };
}

/** Reads what stands behind the bars. */
function decodedTime(varint, head) {
  const { buckets, entries } = head;
  const first = new Int32Array(buckets + 1);
  const nodes = new Int32Array(entries);
  const values = new Float64Array(entries);
  let at = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    first[bucket] = at;
    let node = 0;
    for (let left = varint(); left > 0; left--) {
      node += varint();
      nodes[at] = node;
      values[at++] = varint();
    }
  }
  first[buckets] = at;
  return { ...head, first, nodes, values };
}

/** Gives every bar its own value from a part of the time until before another. */
function spread(time, from, to, own) {
  own.fill(0);
  for (let i = time.first[from]; i < time.first[to]; i++) own[time.nodes[i]] += time.values[i];
}

/** Adds what each bar costs itself to all that call it. */
function addUp({ size, caller, compared, own, ownBefore, total, before }) {
  total.set(own);
  for (let i = size - 1; i > 0; i--) total[caller[i]] += total[i];
  if (!compared) return;
  before.set(ownBefore);
  for (let i = size - 1; i > 0; i--) before[caller[i]] += before[i];
}

/** The sum of values over the outermost bars of some functions: recursion counts once. */
function cumulative({ size, fn, end }, values, matches) {
  let sum = 0;
  for (let i = 1; i < size;) {
    if (matches[fn[i]] === 1) {
      sum += values[i];
      i = end[i];
    } else {
      i++;
    }
  }
  return sum;
}
