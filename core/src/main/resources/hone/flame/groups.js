// What a bar calls, or what calls it, is grouped by function when it is looked at, with a counting
// sort. That may be a matter of a million entries, so it is done in steps: generators that stop
// after each block of them.

const BLOCK = 1 << 15;

/** Finds the groups of a bar that has none yet. */
function* grouping(graph, bar) {
  if (bar.up && bar.fn === ROOT) bar.groups = yield* functions(graph, bar);
  else if (!bar.up && bar.at.length === 1) bar.groups = calleesOfOne(graph, bar);
  else bar.groups = yield* partition(graph, bar, yield* (bar.up ? callers : callees)(graph, bar));
}

/** The same at once. */
function grouped(graph, bar) {
  if (bar.groups === null) for (const _ of grouping(graph, bar));
  return bar.groups;
}

/** All functions that cost something themselves: their bars were put together when the page was opened. */
function* functions({ size, fn, firstOf, barsOf, names }, bar) {
  const value = new Float64Array(names.length);
  const before = new Float64Array(names.length);
  for (let begin = 1; begin < size; begin += BLOCK) {
    if (begin > 1) yield;
    const end = Math.min(size, begin + BLOCK);
    for (let i = begin; i < end; i++) {
      value[fn[i]] += bar.values[i];
      before[fn[i]] += bar.befores[i];
    }
  }
  const groups = new Groups(bar, Int32Array.from(value.keys()).filter((f) => value[f] > 0 || before[f] > 0), barsOf, barsOf);
  groups.from = groups.fn.map((f) => firstOf[f]);
  groups.to = groups.fn.map((f) => firstOf[f + 1]);
  groups.value = Float64Array.from(groups.fn, (f) => value[f]);
  groups.before = Float64Array.from(groups.fn, (f) => before[f]);
  return groups;
}

/** What one of the graph's bars calls: it stands in order already, each function once. */
function calleesOfOne({ fn, calleeCount, end }, bar) {
  const { at: [member], values, befores } = bar;
  const at = new Int32Array(calleeCount[member]);
  let size = 0;
  for (let c = member + 1; c < end[member]; c = end[c]) if (values[c] > 0 || befores[c] > 0) at[size++] = c;
  const found = at.slice(0, size);
  const groups = new Groups(bar, new Int32Array(size), found, found);
  for (let place = 0; place < size; place++) {
    groups.fn[place] = fn[found[place]];
    groups.value[place] = values[found[place]];
    groups.before[place] = befores[found[place]];
  }
  return groups;
}

/** The callers of all members that cost something. */
function* callers({ caller }, { leaf, at, values, befores }) {
  const leaves = new Int32Array(at.length);
  const found = new Int32Array(at.length);
  let size = 0;
  for (let begin = 0; begin < at.length; begin += BLOCK) {
    if (begin > 0) yield;
    const end = Math.min(at.length, begin + BLOCK);
    for (let j = begin; j < end; j++) {
      const c = caller[at[j]];
      if (c > 0 && (values[leaf[j]] > 0 || befores[leaf[j]] > 0)) {
        leaves[size] = leaf[j];
        found[size++] = c;
      }
    }
  }
  return { leaf: leaves.subarray(0, size), at: found.subarray(0, size) };
}

/** What all members call, if it costs something. */
function* callees({ calleeCount, end }, { at, values, befores }) {
  let most = 0;
  for (const member of at) most += calleeCount[member];
  const found = new Int32Array(most);
  let size = 0;
  let work = 0;
  for (const member of at) {
    for (let c = member + 1; c < end[member]; c = end[c]) {
      if (values[c] > 0 || befores[c] > 0) found[size++] = c;
    }
    work += calleeCount[member] + 1;
    if (work > BLOCK) {
      work = 0;
      yield;
    }
  }
  return { leaf: found.subarray(0, size), at: found.subarray(0, size) };
}

/** Puts what was found in the order of its functions: counts them, then moves each to its place. */
function* partition(graph, bar, { leaf, at }) {
  const { fn } = graph;
  const place = counters(graph, at.length);
  const met = new Int32Array(Math.min(at.length, graph.names.length));
  let size = 0;
  for (let begin = 0; begin < at.length; begin += BLOCK) {
    if (begin > 0) yield;
    const end = Math.min(at.length, begin + BLOCK);
    for (let j = begin; j < end; j++) if (place[fn[at[j]]]++ === 0) met[size++] = fn[at[j]];
  }
  const groups = new Groups(bar, met.slice(0, size).sort(), new Int32Array(at.length), new Int32Array(at.length));
  groups.from = new Int32Array(size);
  let from = 0;
  groups.fn.forEach((f, group) => {
    groups.from[group] = from;
    from += place[f];
    place[f] = group;
  });
  groups.to = groups.from.slice();
  for (let begin = 0; begin < at.length; begin += BLOCK) {
    if (begin > 0) yield;
    const end = Math.min(at.length, begin + BLOCK);
    for (let j = begin; j < end; j++) {
      const group = place[fn[at[j]]];
      const to = groups.to[group]++;
      groups.leaf[to] = leaf[j];
      groups.at[to] = at[j];
      groups.value[group] += bar.values[leaf[j]];
      groups.before[group] += bar.befores[leaf[j]];
    }
  }
  for (const f of groups.fn) place[f] = 0;
  return groups;
}

let usual = null;

/** A zero for each function. What is done in one step may always have the same ones. */
function counters({ names }, entries) {
  if (entries > BLOCK) return new Int32Array(names.length);
  usual ??= new Int32Array(names.length);
  return usual;
}

/** The order of groups by what they cost, the costliest first: merges runs, twice as long each time. */
function* byCost(widths) {
  const size = widths.length;
  let order = Int32Array.from(widths, (_, place) => place);
  let merged = new Int32Array(size);
  for (let run = 1; run < size; run *= 2) {
    for (let low = 0; low < size; low += 2 * run) {
      merge(order, merged, widths, low, run);
      if (low % BLOCK < 2 * run && low > 0) yield;
    }
    [order, merged] = [merged, order];
  }
  return order;
}

function merge(order, merged, widths, low, run) {
  const middle = Math.min(low + run, order.length);
  const high = Math.min(low + 2 * run, order.length);
  let left = low;
  let right = middle;
  for (let to = low; to < high; to++) {
    const first = left < middle && (right >= high || widths[order[left]] >= widths[order[right]]);
    merged[to] = first ? order[left++] : order[right++];
  }
}
