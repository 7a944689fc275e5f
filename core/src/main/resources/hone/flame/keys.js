// What the keyboard and the mouse do.

const KEYS = {
  '/': () => by('search').focus(),
  d: () => show('down'),
  i: () => show('up'),
  s: () => show('both'),
  t: () => strip && by('strip').focus(),
  o: turnOrder,
  Escape: reset,
  Enter: () => state.selected && zoom(state.selected),
  Backspace: () => state.zoom && zoom(state.zoom.parent),
  ArrowUp: () => climb(-1),
  ArrowDown: () => climb(1),
  ArrowLeft: () => stroll(-1),
  ArrowRight: () => stroll(1),
};

function onKey(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (target === by('search') && key === 'Escape') {
    by('search').value = '';
    search('');
    canvas.focus();
  } else if (Object.hasOwn(KEYS, key) && isFor(key, target)) {
    event.preventDefault();
    if (key.startsWith('Arrow')) canvas.focus();
    KEYS[key]();
  }
}

/** Whether a key is meant for the graph. A button that was clicked keeps the focus, but needs only Enter. */
function isFor(key, target) {
  return target === canvas || target === document.body || (target instanceof HTMLButtonElement && key !== 'Enter');
}

/** Where the selection is; without one, the first bar is selected. */
function selection() {
  const at = state.selected && place(state.selected);
  if (!at) select(state.rows[0]?.[0]?.bar ?? null);
  return at;
}

/** Goes to the neighbour in the row. */
function stroll(step) {
  const at = selection();
  if (at) select((state.rows[at.row][at.index + step] ?? state.rows[at.row][at.index]).bar);
}

/** Goes to the row above or below: to the widest of those that belong together, or touch. */
function climb(step) {
  const at = selection();
  if (!at) return;
  const { bar, x, w } = state.rows[at.row][at.index];
  const touching = (state.rows[at.row + step] ?? []).filter((item) => item.x < x + w && item.x + item.w > x);
  const related = touching.filter((item) => item.bar.parent === bar || bar.parent === item.bar);
  const best = (related.length > 0 ? related : touching).sort((a, b) => b.w - a.w)[0];
  select(best ? best.bar : bar);
}

function hit(event) {
  const box = canvas.getBoundingClientRect();
  const row = state.rows[Math.floor((event.clientY - box.top + scroll.scrollTop) / ROW)];
  const x = event.clientX - box.left;
  return row?.find((item) => x >= item.x && x < item.x + item.w)?.bar ?? null;
}

function onClick(event) {
  const bar = hit(event);
  if (!bar) return;
  if (state.view === 'both') select(bar);
  else zoom(bar);
}

function resize() {
  layout(false);
  if (strip) strip.draw();
}

function listen() {
  document.addEventListener('keydown', onKey);
  canvas.addEventListener('click', onClick);
  canvas.addEventListener('mousemove', (event) => tell(hit(event) ?? state.selected));
  canvas.addEventListener('mouseleave', () => tell(state.selected));
  for (const view of ['down', 'up', 'both']) by('view-' + view).addEventListener('click', () => show(view));
  for (const kind of ['both', 'after', 'before']) by('width-' + kind).addEventListener('click', () => choose(kind));
  by('order').addEventListener('click', turnOrder);
  by('search').addEventListener('input', (event) => search(event.target.value));
  by('reset').addEventListener('click', reset);
  by('theme').addEventListener('click', turnTheme);
  by('twin').addEventListener('toggle', freshTables);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recoloured);
  scroll.addEventListener('scroll', draw);
  window.addEventListener('resize', resize);
  new ResizeObserver(() => {
    if (parseFloat(canvas.style.width) !== scroll.clientWidth || parseFloat(canvas.style.height) !== scroll.clientHeight) resize();
  }).observe(scroll);
}
