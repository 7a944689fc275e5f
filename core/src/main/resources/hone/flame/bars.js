// Bars: stacks merged on the way down or on the way up, and where each view begins.

const ROOT = -1;
const TOGETHER = -2;

class Bar {
  /**
   * @param up     whether it is merged with its callers above it
   * @param values of the graph's bars, which this one adds up for each `leaf`; it stands at `at`
   */
  constructor(fn, parent, up, values, befores) {
    this.fn = fn;
    this.parent = parent;
    this.up = up;
    this.values = values;
    this.befores = befores;
    this.leaf = null;
    this.at = null;
    this.value = 0;
    this.before = 0;
    this.groups = null;
  }

  /** What this costs by itself; nothing on the way up. */
  self({ own, ownBefore }) {
    if (this.up) return null;
    let value = 0;
    let before = 0;
    for (const member of this.at) {
      value += own[member];
      before += ownBefore[member];
    }
    return { value, before };
  }
}

/** Neighbours that are too narrow to draw, as one bar; zoomed into, it shows them. */
class Rest {
  constructor(parent, groups) {
    this.fn = TOGETHER;
    this.parent = parent;
    this.groups = groups;
    this.places = [];
    this.value = 0;
    this.before = 0;
  }

  add(place) {
    this.places.push(place);
    this.value += this.groups.value[place];
    this.before += this.groups.before[place];
  }

  function(i) {
    return this.groups.fn[this.places.at(i)];
  }

  has(fn) {
    return this.places.some((place) => this.groups.fn[place] === fn);
  }

  self() {
    return null;
  }
}

/** What is next to a bar, by function and in the order of their names. */
class Groups {
  /** @param at of each group, one after the other; one of each, until `from` and `to` say more */
  constructor(owner, fn, leaf, at) {
    this.owner = owner;
    this.fn = fn;
    this.leaf = leaf;
    this.at = at;
    this.from = null;
    this.to = null;
    this.value = new Float64Array(fn.length);
    this.before = new Float64Array(fn.length);
    this.made = null;
    this.costly = null;
  }

  bar(place) {
    this.made ??= new Map();
    let bar = this.made.get(place);
    if (!bar) {
      const { up, values, befores } = this.owner;
      bar = new Bar(this.fn[place], this.owner, up, values, befores);
      bar.at = this.members(this.at, place);
      bar.leaf = this.leaf === this.at ? bar.at : this.members(this.leaf, place);
      bar.value = this.value[place];
      bar.before = this.before[place];
      this.made.set(place, bar);
    }
    return bar;
  }

  members(all, place) {
    return this.from === null ? Int32Array.of(all[place]) : all.subarray(this.from[place], this.to[place]);
  }

  /** The bar of a function; none without one. */
  find(fn) {
    let low = 0;
    let high = this.fn.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.fn[middle] < fn) low = middle + 1;
      else high = middle;
    }
    return this.fn[low] === fn ? this.bar(low) : null;
  }
}

function wholeDown(graph) {
  const root = new Bar(ROOT, null, false, graph.total, graph.before);
  root.leaf = root.at = Int32Array.of(0);
  root.value = graph.total[0];
  root.before = graph.before[0];
  return root;
}

function wholeUp(graph) {
  const root = new Bar(ROOT, null, true, graph.own, graph.ownBefore);
  root.leaf = root.at = graph.barsOf;
  root.value = graph.total[0] - graph.own[0];
  root.before = graph.before[0] - graph.ownBefore[0];
  return root;
}

/** A function over all its places, or over the outermost where it calls itself. */
function ofFunction(graph, fn, up) {
  const outermost = [];
  let end = 0;
  for (const i of graph.barsOf.subarray(graph.firstOf[fn], graph.firstOf[fn + 1])) {
    if (i < end) continue;
    outermost.push(i);
    end = graph.end[i];
  }
  const bar = new Bar(fn, null, up, graph.total, graph.before);
  bar.leaf = bar.at = Int32Array.from(outermost);
  for (const i of bar.at) {
    bar.value += graph.total[i];
    bar.before += graph.before[i];
  }
  return bar;
}
