// What is looked at: the view, the zoom, the selection, the order and the width.

/** Says what a bar is. Its name stands apart: written from right to left, it would turn the numbers around. */
function tell(bar) {
  const called = document.createElement('bdi');
  called.textContent = bar ? clipped(name(bar)) : '';
  say(bar ? [called, told(bar)] : []);
}

function say(parts) {
  const before = by('details').textContent;
  if (before !== parts.map((each) => each.textContent ?? each).join('')) by('details').replaceChildren(...parts);
}

function select(bar) {
  mark(bar);
  reveal(bar);
  draw();
}

/** Makes a bar the selected one. */
function mark(bar) {
  state.selected = bar;
  by('view-both').disabled = bar === null || bar.fn < 0;
  tell(bar);
}

/** Scrolls to the row of a bar. */
function reveal(bar) {
  const found = bar && place(bar);
  if (!found) return;
  const top = found.row * ROW;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  if (top + ROW > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + ROW - scroll.clientHeight;
}

function zoom(bar) {
  const top = bar ?? roots()[0];
  state.zoom = top.parent ? top : null;
  mark(top);
  layout(true);
}

function show(view) {
  if (view === 'both' && (!state.selected || state.selected.fn < 0)) {
    say(['A sandwich is of one function: select it first.']);
    return;
  }
  state.view = view;
  state.pivot = view === 'both' ? state.selected.fn : null;
  state.zoom = null;
  press('view-', ['down', 'up', 'both'], view);
  mark(roots().at(-1));
  layout(true);
}

/** Chooses what the width is. */
function choose(kind) {
  state.width = kind;
  press('width-', ['both', 'after', 'before'], kind);
  layout(true);
}

function turnOrder() {
  state.byCost = !state.byCost;
  by('order').setAttribute('aria-pressed', String(state.byCost));
  layout(true);
}

function press(group, names, pressed) {
  for (const each of names) by(group + each).setAttribute('aria-pressed', String(each === pressed));
}

function reset() {
  by('search').value = '';
  search('');
  if (state.view === 'both') show('down');
  else zoom(null);
}

function turnTheme() {
  document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
  recoloured();
}

function recoloured() {
  legend();
  draw();
  if (strip) strip.draw();
}
