// Which bars stand where. Only what is wide enough to be seen is looked into. What takes long is
// done over several pictures, from the top down, so that the page answers meanwhile.

const THINNEST = 0.5;
/** Pixels of one bar that stands for neighbours too narrow to draw, and the least that are worth one. */
const REST = 110;
const LEAST_REST = 6;
/** Milliseconds of laying out before the next picture, and before the first one after an act. */
const SLICE = 10;
const FIRST_SLICE = 20;

let laying = null;

/**
 * Lays all out anew.
 *
 * @param follow whether to scroll to the selection then
 */
function layout(follow) {
  if (laying) cancelAnimationFrame(laying.frame);
  laying = { steps: rowsOf(scroll.clientWidth), follow, frame: 0, millis: 0 };
  advance(follow ? FIRST_SLICE : SLICE);
}

function advance(slice) {
  const began = performance.now();
  let done = false;
  while (!done && performance.now() - began < slice) done = laying.steps.next().done;
  laying.millis += performance.now() - began;
  document.body.dataset.busy = String(!done);
  resized(done);
  if (done) settle(laying.follow);
  draw();
  document.body.dataset.bars = String(state.rows.reduce((sum, row) => sum + row.length, 0));
  document.body.dataset.rows = String(state.rows.length);
  document.body.dataset.millis = laying.millis.toFixed(1);
  if (done) laying = null;
  else laying.frame = requestAnimationFrame(() => advance(SLICE));
}

/** The selected bar may be among narrow ones now, or no longer. */
function settle(follow) {
  const bar = state.selected && held(state.selected);
  if (bar !== state.selected) mark(bar);
  if (follow) reveal(bar);
}

/** While rows are still missing, the page keeps its height: it would jump. */
function resized(done) {
  const height = scroll.clientHeight;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(scroll.clientWidth * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = scroll.clientWidth + 'px';
  canvas.style.height = height + 'px';
  const needed = Math.max(0, state.rows.length * ROW - height);
  if (done || needed > parseFloat(filler.style.height || 0)) filler.style.height = needed + 'px';
}

function* rowsOf(pixels) {
  if (state.view === 'both') {
    const [callers, callees] = roots();
    const above = [];
    if (width(callees) > 0) yield* rowsBelow(callers, pixels, above);
    state.rows = above.slice(1).reverse();
    if (width(callees) > 0) yield* rowsBelow(callees, pixels, state.rows);
    return;
  }
  const top = state.zoom ?? roots()[0];
  state.rows = [];
  if (!(width(top) > 0)) return;
  for (let bar = top.parent; bar; bar = bar.parent) state.rows.unshift([{ bar, x: 0, w: pixels }]);
  yield* rowsBelow(top, pixels, state.rows);
}

/** Adds the rows of visible bars from one that takes the whole width. */
function* rowsBelow(top, pixels, rows) {
  const scale = pixels / width(top);
  let work = 0;
  let next = [{ bar: top, x: 0, w: pixels }];
  while (next.length > 0) {
    const row = next;
    rows.push(row);
    next = [];
    for (const { bar, x, w } of row) {
      if (bar !== top && (w < 2 * THINNEST || bar.fn === TOGETHER)) continue;
      if (bar.groups === null) yield* grouping(graph, bar);
      const places = yield* placesOf(bar);
      placed({ bar, x, scale, places }, next);
      work += 32 + bar.groups.at.length;
      if (work > BLOCK) {
        work = 0;
        yield;
      }
    }
  }
}

/** The places of a bar's groups in the order in which they are drawn. */
function* placesOf(bar) {
  const { groups } = bar;
  if (!state.byCost) return bar.fn === TOGETHER ? bar.places : groups.fn.keys();
  if (groups.costly?.width !== state.width) {
    const widths = groups.value.map((value, place) => widthOf(value, groups.before[place]));
    groups.costly = { width: state.width, order: yield* byCost(widths) };
  }
  if (bar.fn !== TOGETHER) return groups.costly.order;
  const among = new Set(bar.places);
  return groups.costly.order.filter((place) => among.has(place));
}

/** Adds what a bar calls, side by side; neighbours too narrow to draw are put together. */
function placed({ bar, x, scale, places }, row) {
  const { groups } = bar;
  let rest = null;
  let left = x;
  const close = () => {
    if (rest && rest.w >= LEAST_REST) row.push(rest);
    rest = null;
  };
  for (const place of places) {
    const w = widthOf(groups.value[place], groups.before[place]) * scale;
    if (w >= THINNEST) {
      close();
      row.push({ bar: groups.bar(place), x: left, w });
    } else if (w > 0) {
      rest ??= { bar: new Rest(bar, groups), x: left, w: 0 };
      rest.bar.add(place);
      rest.w += w;
      if (rest.w >= REST) close();
    }
    left += w;
  }
  close();
}

function place(bar) {
  for (let row = 0; row < state.rows.length; row++) {
    const index = state.rows[row].findIndex((item) => item.bar === bar);
    if (index >= 0) return { row, index };
  }
  return null;
}

/** What is drawn for a bar now: itself, the narrow ones it is among, or its nearest caller. */
function held(bar) {
  for (let each = bar; each; each = each.parent) {
    if (place(each)) return each;
    const fn = each.fn === TOGETHER ? each.function(0) : each.fn;
    for (const row of state.rows) {
      const item = row.find(({ bar: other }) => other.parent === each.parent
        && (other.fn === fn || (other.fn === TOGETHER && other.has(fn))));
      if (item) return item.bar;
    }
  }
  return state.rows[0]?.[0]?.bar ?? null;
}
