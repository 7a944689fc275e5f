// What the page knows: its parts, the graph, and what is looked at now.

const ROW = 18;
const by = (id) => document.getElementById(id);
const canvas = by('graph');
const scroll = by('scroll');
const filler = document.createElement('div');

let graph = null;

const state = {
  /** `down`, `up`, or `both` for callers and callees of the function `pivot`. */
  view: 'down',
  pivot: null,
  /** What the width is: `after`, `before`, or `both` added up. */
  width: 'after',
  byCost: false,
  /** The bar that takes the whole width; none for all. */
  zoom: null,
  selected: null,
  /** A 1 for each function that was searched for; none without a search. */
  matches: null,
  /** Rows of `{ bar, x, w }` from the top, as far as they are laid out. */
  rows: [],
  /** The topmost bars of each view, where they are known. */
  roots: {},
};

function widthOf(value, before) {
  return state.width === 'after' ? value : state.width === 'before' ? before : value + before;
}

function width(bar) {
  return widthOf(bar.value, bar.before);
}

/** The topmost bars of the view: callers and callees, or one. */
function roots() {
  if (state.view === 'both' && state.roots.pivot !== state.pivot) {
    state.roots.both = [ofFunction(graph, state.pivot, true), ofFunction(graph, state.pivot, false)];
    state.roots.pivot = state.pivot;
  }
  state.roots[state.view] ??= [state.view === 'down' ? wholeDown(graph) : wholeUp(graph)];
  return state.roots[state.view];
}

/** Whether a bar is of a function that was searched for, or has one among its narrow ones. */
function isFound(bar) {
  if (bar.fn === TOGETHER) return bar.places.some((place) => state.matches[bar.groups.fn[place]] === 1);
  return bar.fn >= 0 && state.matches[bar.fn] === 1;
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
