// A part of the time: the graph, all shares, the search and the tables are of it, while view, zoom
// and selection stay.

let wholeTotal = 0;

/** Begins with all times, where the format has times. */
function openTime() {
  if (!graph.time) return;
  wholeTotal = graph.total[0];
  strip = new Strip(graph.time, by('strip'), range);
  by('time').hidden = false;
  by('range-reset').addEventListener('click', () => strip.choose(0, graph.time.buckets));
  tellRange();
  strip.draw();
}

/** Looks at the time from one part until before another. */
function range(from, to) {
  const zoomed = state.zoom && path(state.zoom.fn === TOGETHER ? state.zoom.parent : state.zoom);
  const selected = state.selected && path(state.selected);
  if (strip.whole()) graph.own.set(graph.ownOfAll);
  else spread(graph.time, from, to, graph.own);
  addUp(graph);
  state.roots = {};
  const top = roots().at(-1);
  const bar = zoomed && along(top, zoomed);
  state.zoom = bar && bar.parent ? bar : null;
  find(by('search').value);
  mark(selected && state.view !== 'both' ? along(top, selected) : top);
  layout(false);
  tellRange();
  staleTables();
}

/** The functions from below the root down to a bar; of narrow ones, the first. */
function path(bar) {
  const functions = [];
  for (let each = bar; each.parent; each = each.parent) {
    if (each.fn !== TOGETHER) functions.unshift(each.fn);
    else if (each === bar) functions.unshift(each.function(0));
  }
  return functions;
}

/** The bar at the end of a path, or the last on it that is left. */
function along(top, functions) {
  let bar = top;
  for (const fn of functions) {
    const next = grouped(graph, bar).find(fn);
    if (!next || !(width(next) > 0)) return bar;
    bar = next;
  }
  return bar;
}

function tellRange() {
  const text = strip.whole()
    ? `all times, ${strip.words()}`
    : `${strip.words()}: ${quantity(graph.total[0], graph.unit)}, ${percent(graph.total[0], wholeTotal)} of all`;
  by('range').value = text;
  by('range-reset').disabled = strip.whole();
  strip.tell(text);
}
