{
  const ROW = 18;
  const THINNEST = 0.5;
  const TABLE_ROWS = 100;
  /** Pixels of one bar that stands for neighbours too narrow to draw, and the least that are worth one. */
  const REST = 110;
  const LEAST_REST = 6;
  const HUES = { code: 30, framework: 140, library: 205, runtime: 275, background: 330, idle: 60 };
  const by = (id) => document.getElementById(id);

  // ---- the graph, as it was packed -------------------------------------------------------------

  async function unpacked(text) {
    const packed = Uint8Array.from(atob(text.trim()), (c) => c.charCodeAt(0));
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
    const fn = new Int32Array(head.bars);
    const caller = new Int32Array(head.bars);
    const level = new Int32Array(head.bars);
    const own = new Float64Array(head.bars);
    const ownBefore = new Float64Array(head.bars);
    const open = [];
    let size = 0;
    while (size < head.bars) {
      const up = varint();
      const depth = size === 0 ? 0 : level[size - 1] + 1 - up;
      fn[size] = varint();
      own[size] = varint();
      if (head.compared) ownBefore[size] = varint();
      level[size] = depth;
      caller[size] = depth === 0 ? -1 : open[depth - 1];
      open[depth] = size++;
    }
    fn[0] = -1;
    const time = head.time ? FlameTime.decoded(varint, head.time) : null;
    const end = new Int32Array(size);
    for (let i = size - 1; i >= 0; i--) {
      if (end[i] === 0) end[i] = i + 1;
      if (i > 0 && end[caller[i]] < end[i]) end[caller[i]] = end[i];
    }
    const order = head.names.map((_, i) => i).sort((a, b) => (head.names[a] < head.names[b] ? -1 : 1));
    const rank = new Int32Array(order.length);
    order.forEach((f, place) => { rank[f] = place; });
    const graph = {
      ...head, time, size, fn, caller, own, ownOfAll: time ? own.slice() : own, ownBefore, end, rank,
      total: new Float64Array(size), before: new Float64Array(size),
    };
    addUp(graph);
    return graph;
  }

  /** Adds what each bar costs itself to all that call it. */
  function addUp({ size, caller, own, ownBefore, total, before }) {
    total.set(own);
    before.set(ownBefore);
    for (let i = size - 1; i > 0; i--) {
      total[caller[i]] += total[i];
      before[caller[i]] += before[i];
    }
  }

  // ---- bars: stacks merged on the way down, or on the way up -----------------------------------

  class Bar {
    constructor(graph, fn, up, parent) {
      this.graph = graph;
      this.fn = fn;
      this.up = up;
      this.parent = parent;
      this.members = [];
      this.weights = [];
      this.weightsBefore = [];
      this.value = 0;
      this.before = 0;
      this.callees = null;
    }

    add(member, value, before) {
      this.members.push(member);
      if (this.up) {
        this.weights.push(value);
        this.weightsBefore.push(before);
      }
      this.value += value;
      this.before += before;
    }

    kids() {
      if (this.callees === null) this.callees = this.up ? this.callersOf() : this.calleesOf();
      return this.callees;
    }

    calleesOf() {
      const { fn, end, total, before } = this.graph;
      return this.grouped((put) => {
        for (const member of this.members) {
          for (let c = member + 1; c < end[member]; c = end[c]) put(fn[c], c, total[c], before[c]);
        }
      });
    }

    callersOf() {
      const { fn, caller } = this.graph;
      return this.grouped((put) => {
        this.members.forEach((member, i) => {
          const c = this.parent === null && this.fn < 0 ? member : caller[member];
          if (c > 0) put(fn[c], c, this.weights[i], this.weightsBefore[i]);
        });
      });
    }

    grouped(walk) {
      const groups = new Map();
      walk((fn, member, value, before) => {
        let bar = groups.get(fn);
        if (!bar) groups.set(fn, bar = new Bar(this.graph, fn, this.up, this));
        bar.add(member, value, before);
      });
      const { rank } = this.graph;
      return [...groups.values()].sort((a, b) => rank[a.fn] - rank[b.fn]);
    }

    /** What this costs by itself. */
    self() {
      const { own, ownBefore } = this.graph;
      if (this.up) return null;
      let value = 0;
      let before = 0;
      for (const member of this.members) {
        value += own[member];
        before += ownBefore[member];
      }
      return { value, before };
    }
  }

  /** Neighbours that are too narrow to draw, as one bar; zoomed into, it shows them. */
  class Rest {
    constructor(parent) {
      this.fn = -2;
      this.parent = parent;
      this.narrow = [];
      this.value = 0;
      this.before = 0;
    }

    add(bar) {
      this.narrow.push(bar);
      this.value += bar.value;
      this.before += bar.before;
    }

    kids() {
      return this.narrow;
    }

    self() {
      return null;
    }
  }

  function wholeDown(graph) {
    const root = new Bar(graph, -1, false, null);
    root.add(0, graph.total[0], graph.before[0]);
    return root;
  }

  function wholeUp(graph) {
    const root = new Bar(graph, -1, true, null);
    for (let i = 1; i < graph.size; i++) {
      if (graph.own[i] > 0 || graph.ownBefore[i] > 0) root.add(i, graph.own[i], graph.ownBefore[i]);
    }
    return root;
  }

  /** The outermost bars of a function: recursion counts once. */
  function outermost(graph, matches) {
    const found = [];
    for (let i = 1; i < graph.size;) {
      if (matches(graph.fn[i])) {
        found.push(i);
        i = graph.end[i];
      } else {
        i++;
      }
    }
    return found;
  }

  function ofFunction(graph, fn, up) {
    const bar = new Bar(graph, fn, up, null);
    for (const i of outermost(graph, (f) => f === fn)) bar.add(i, graph.total[i], graph.before[i]);
    return bar;
  }

  // ---- words ----------------------------------------------------------------------------------

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

  const percent = (part, whole) => (whole > 0 ? (100 * part / whole).toFixed(1) : '0.0') + ' %';

  // ---- the page -------------------------------------------------------------------------------

  async function start() {
    const graph = decoded(await unpacked(by('data').textContent));
    by('data').remove();
    const canvas = by('graph');
    const pen = canvas.getContext('2d');
    const scroll = by('scroll');
    const filler = document.createElement('div');
    scroll.append(filler);
    const state = {
      view: 'down', byCost: false, width: graph.compared ? 'both' : 'after', zoom: null,
      selected: null, pivot: null, matches: null, rows: [], roots: new Map(), stale: false,
    };

    const width = (bar) =>
      state.width === 'after' ? bar.value : state.width === 'before' ? bar.before : bar.value + bar.before;
    const name = (bar) => (bar instanceof Rest ? together(bar) : bar.fn < 0 ? 'all' : graph.names[bar.fn]);

    function together({ narrow }) {
      const last = narrow.length > 1 ? ` … ${name(narrow[narrow.length - 1])}` : '';
      return `${narrow.length.toLocaleString('en-US')} narrow: ${name(narrow[0])}${last}`;
    }

    /** Whether a bar is of a function that was searched for, or has one among its narrow ones. */
    function isFound(bar) {
      if (bar instanceof Rest) return bar.narrow.some(isFound);
      return bar.fn >= 0 && state.matches[bar.fn] === 1;
    }

    function root(view) {
      const key = view === 'both' ? 'both ' + state.pivot : view;
      if (!state.roots.has(key)) {
        state.roots.set(key, view === 'down' ? [wholeDown(graph)]
          : view === 'up' ? [wholeUp(graph)]
          : [ofFunction(graph, state.pivot, true), ofFunction(graph, state.pivot, false)]);
      }
      return state.roots.get(key);
    }

    function sorted(kids) {
      return state.byCost ? [...kids].sort((a, b) => width(b) - width(a)) : kids;
    }

    /** Rows of visible bars below one that takes the whole width. */
    function rowsBelow(top, pixels) {
      const scale = pixels / width(top);
      const rows = [[{ bar: top, x: 0, w: pixels }]];
      while (rows[rows.length - 1].length > 0) {
        const next = [];
        for (const { bar, x, w } of rows[rows.length - 1]) {
          if ((w < 2 * THINNEST || bar instanceof Rest) && rows.length > 1) continue;
          next.push(...placed(bar, x, scale));
        }
        rows.push(next);
      }
      rows.pop();
      return rows;
    }

    /** What a bar calls, side by side; neighbours too narrow to draw are put together. */
    function placed(bar, x, scale) {
      const items = [];
      let rest = null;
      const close = () => {
        if (rest && rest.w >= LEAST_REST) items.push(rest);
        rest = null;
      };
      let left = x;
      for (const kid of sorted(bar.kids())) {
        const w = width(kid) * scale;
        if (w >= THINNEST) {
          close();
          items.push({ bar: kid, x: left, w });
        } else if (w > 0) {
          rest ??= { bar: new Rest(bar), x: left, w: 0 };
          rest.bar.add(kid);
          rest.w += w;
          if (rest.w >= REST) close();
        }
        left += w;
      }
      close();
      return items;
    }

    function rowsOf(pixels) {
      if (state.view === 'both') {
        const [callers, callees] = root('both');
        if (!(width(callees) > 0)) return [];
        return [...rowsBelow(callers, pixels).slice(1).reverse(), ...rowsBelow(callees, pixels)];
      }
      const top = state.zoom ?? root(state.view)[0];
      if (!(width(top) > 0)) return [];
      const above = [];
      for (let bar = top.parent; bar; bar = bar.parent) above.unshift([{ bar, x: 0, w: pixels }]);
      return [...above, ...rowsBelow(top, pixels)];
    }

    function layout() {
      const began = performance.now();
      state.rows = rowsOf(scroll.clientWidth);
      const height = scroll.clientHeight;
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.round(scroll.clientWidth * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = scroll.clientWidth + 'px';
      canvas.style.height = height + 'px';
      filler.style.height = Math.max(0, state.rows.length * ROW - height) + 'px';
      draw();
      document.body.dataset.bars = String(state.rows.reduce((sum, row) => sum + row.length, 0));
      document.body.dataset.rows = String(state.rows.length);
      document.body.dataset.millis = (performance.now() - began).toFixed(1);
    }

    function fill(bar, dark) {
      if (state.matches && isFound(bar)) return dark ? '#e35cf0' : '#ee7bf5';
      if (graph.compared) return changed(bar);
      if (bar.fn < 0) return dark ? '#8a8f98' : '#d0d3d8';
      const layer = graph.layers[graph.layer[bar.fn]];
      const shade = (Math.imul(bar.fn + 1, 2654435761) >>> 28) / 15;
      return `hsl(${HUES[layer]} ${layer === 'idle' ? 12 : 62}% ${(dark ? 58 : 70) + 10 * shade}%)`;
    }

    /** Red for a larger share, blue for a smaller one, the paler the less it changed. */
    function changed(bar) {
      const now = graph.total[0] > 0 ? bar.value / graph.total[0] : 0;
      const then = graph.before[0] > 0 ? bar.before / graph.before[0] : 0;
      const change = Math.max(now, then) > 0 ? (now - then) / Math.max(now, then) : 0;
      if (Math.abs(change) < 0.005) return '#e9ebee';
      return `hsl(${change > 0 ? 6 : 215} 78% ${94 - 34 * Math.abs(change)}%)`;
    }

    function draw() {
      const ratio = window.devicePixelRatio || 1;
      const dark = getComputedStyle(document.body).colorScheme === 'dark'
        || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.font = '12px ui-monospace, monospace';
      pen.textBaseline = 'middle';
      const letter = pen.measureText('m').width;
      const first = Math.floor(scroll.scrollTop / ROW);
      const last = Math.min(state.rows.length, Math.ceil((scroll.scrollTop + scroll.clientHeight) / ROW));
      for (let row = first; row < last; row++) {
        const y = row * ROW - scroll.scrollTop;
        for (const { bar, x, w } of state.rows[row]) {
          const pale = state.matches && !isFound(bar);
          pen.globalAlpha = pale ? 0.45 : 1;
          pen.fillStyle = fill(bar, dark);
          pen.fillRect(x, y, Math.max(w - (w > 3 ? 1 : 0), THINNEST), ROW - 1);
          const letters = Math.floor((w - 6) / letter);
          if (letters >= 3) {
            const text = name(bar);
            pen.globalAlpha = 1;
            pen.fillStyle = pale && dark ? '#e8e8e8' : '#000';
            pen.fillText(text.length > letters ? text.slice(0, letters - 1) + '…' : text, x + 3, y + ROW / 2);
          }
          if (bar === state.selected) {
            pen.globalAlpha = 1;
            pen.strokeStyle = dark ? '#fff' : '#000';
            pen.lineWidth = 2;
            pen.strokeRect(x + 1, y + 1, Math.max(w - 3, 1), ROW - 3);
          }
        }
      }
      pen.globalAlpha = 1;
    }

    function told(bar) {
      const file = bar.fn < 0 || !graph.files[bar.fn] ? '' : `, ${graph.files[bar.fn]}`;
      const whole = graph.total[0];
      if (graph.compared) {
        return `${name(bar)}${file}: ${quantity(bar.value, graph.unit)}, ${percent(bar.value, whole)}; before `
          + `${quantity(bar.before, graph.unit)}, ${percent(bar.before, graph.before[0])}`;
      }
      const self = bar.self();
      const own = self ? `; itself ${quantity(self.value, graph.unit)}, ${percent(self.value, whole)}` : '';
      // Who cannot see the colour is told what it stands for.
      const layer = bar.fn < 0 ? '' : `; ${graph.layers[graph.layer[bar.fn]]}`;
      return `${name(bar)}${file}: ${quantity(bar.value, graph.unit)}, ${percent(bar.value, whole)}${own}${layer}`;
    }

    function tell(bar) {
      const text = bar ? told(bar) : '';
      if (by('details').textContent !== text) by('details').textContent = text;
    }

    function place(bar) {
      for (let row = 0; row < state.rows.length; row++) {
        const index = state.rows[row].findIndex((item) => item.bar === bar);
        if (index >= 0) return { row, index };
      }
      return null;
    }

    function select(bar) {
      state.selected = bar;
      by('view-both').disabled = bar === null || bar.fn < 0;
      const found = bar && place(bar);
      if (found) {
        const top = found.row * ROW;
        if (top < scroll.scrollTop) scroll.scrollTop = top;
        if (top + ROW > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = top + ROW - scroll.clientHeight;
      }
      tell(bar);
      draw();
    }

    function zoom(bar) {
      state.zoom = bar && bar.parent ? bar : null;
      layout();
      select(bar);
    }

    function show(view) {
      if (view === 'both' && (!state.selected || state.selected.fn < 0)) return;
      state.view = view;
      state.pivot = view === 'both' ? state.selected.fn : null;
      state.zoom = null;
      for (const each of ['down', 'up', 'both']) {
        by('view-' + each).setAttribute('aria-pressed', String(each === view));
      }
      const tops = root(view);
      layout();
      select(tops[tops.length - 1]);
    }

    function choose(kind) {
      state.width = kind;
      for (const each of ['both', 'after', 'before']) {
        by('width-' + each).setAttribute('aria-pressed', String(each === kind));
      }
      layout();
    }

    // ---- a part of the time ---------------------------------------------------------------------

    const strip = graph.time && new FlameTime.Strip(graph.time, by('strip'), range);
    const whole = graph.total[0];
    const twin = [...by('twin').querySelectorAll('table')];

    /** The functions from below the root down to a bar. */
    function path(bar) {
      const functions = [];
      for (let each = bar; each.parent; each = each.parent) functions.unshift(each.fn);
      return functions;
    }

    /** The bar at the end of a path, or the last on it that is left. */
    function along(top, functions) {
      let bar = top;
      for (const fn of functions) {
        const next = bar.kids().find((kid) => kid.fn === fn && width(kid) > 0);
        if (!next) return bar;
        bar = next;
      }
      return bar;
    }

    /** Looks at the time from one part until before another; view, zoom, selection and search stay. */
    function range(from, to) {
      const zoomed = state.zoom && path(state.zoom);
      const selected = state.selected && path(state.selected);
      if (strip.whole()) graph.own.set(graph.ownOfAll);
      else FlameTime.spread(graph.time, from, to, graph.own);
      addUp(graph);
      state.roots.clear();
      const tops = root(state.view);
      const top = tops[tops.length - 1];
      const bar = zoomed && along(top, zoomed);
      state.zoom = bar && bar.parent ? bar : null;
      find(by('search').value);
      layout();
      select(selected && state.view !== 'both' ? along(top, selected) : top);
      tellRange();
      state.stale = true;
      freshTables();
    }

    /** The tables are made anew when somebody looks at them. */
    function freshTables() {
      if (!state.stale || !by('twin').open) return;
      state.stale = false;
      const tables = strip.whole() ? twin : FlameTime.tables(graph, (value) =>
        [quantity(value, graph.unit), percent(value, graph.total[0])], TABLE_ROWS);
      by('twin').querySelectorAll('table').forEach((each) => each.remove());
      by('twin').append(...tables);
    }

    function tellRange() {
      const text = strip.whole()
        ? `all times, ${strip.words()}`
        : `${strip.words()}: ${quantity(graph.total[0], graph.unit)}, ${percent(graph.total[0], whole)} of all`;
      by('range').value = text;
      by('range-reset').disabled = strip.whole();
      strip.tell(text);
    }

    /** Every bar that is of a matching function, or below one. */
    function below(matches) {
      const counts = new Uint8Array(graph.size);
      for (let i = 1; i < graph.size; i++) counts[i] = counts[graph.caller[i]] | matches[graph.fn[i]];
      return counts;
    }

    function search(text) {
      find(text);
      if (strip) strip.mark(state.matches && below(state.matches));
      draw();
    }

    function find(text) {
      state.matches = null;
      by('found').value = '';
      if (text !== '') {
        let fits;
        try {
          const pattern = new RegExp(text, 'i');
          fits = (each) => pattern.test(each);
        } catch (notAPattern) {
          fits = (each) => each.toLowerCase().includes(text.toLowerCase());
        }
        state.matches = Uint8Array.from(graph.names, (each) => (fits(each) ? 1 : 0));
        const functions = state.matches.reduce((sum, each) => sum + each, 0);
        const value = outermost(graph, (fn) => state.matches[fn] === 1).reduce((sum, i) => sum + graph.total[i], 0);
        by('found').value = `${functions} ${functions === 1 ? 'function' : 'functions'}, ${percent(value, graph.total[0])} of the total`;
      }
    }

    function hit(event) {
      const box = canvas.getBoundingClientRect();
      const row = state.rows[Math.floor((event.clientY - box.top + scroll.scrollTop) / ROW)];
      const x = event.clientX - box.left;
      return row?.find((item) => x >= item.x && x < item.x + item.w)?.bar ?? null;
    }

    function step(key) {
      const at = state.selected && place(state.selected);
      if (!at) return select(state.rows[0]?.[0]?.bar ?? null);
      const { bar, x, w } = state.rows[at.row][at.index];
      if (key === 'ArrowLeft' || key === 'ArrowRight') {
        const other = state.rows[at.row][at.index + (key === 'ArrowLeft' ? -1 : 1)];
        if (other) select(other.bar);
        return undefined;
      }
      const row = state.rows[at.row + (key === 'ArrowUp' ? -1 : 1)] ?? [];
      const touching = row.filter((item) => item.x < x + w && item.x + item.w > x);
      const nearest = touching.filter((item) => item.bar.parent === bar || bar.parent === item.bar);
      const best = (nearest.length > 0 ? nearest : touching).sort((a, b) => b.w - a.w)[0];
      if (best) select(best.bar);
      return undefined;
    }

    function onKey(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target === by('search')) {
        if (event.key === 'Escape') {
          by('search').value = '';
          search('');
          canvas.focus();
        }
        return;
      }
      const onCanvas = event.target === canvas || event.target === document.body;
      if (!onCanvas) return;
      const act = {
        '/': () => by('search').focus(),
        d: () => show('down'),
        i: () => show('up'),
        s: () => show('both'),
        t: () => strip && by('strip').focus(),
        o: () => by('order').click(),
        Escape: () => by('reset').click(),
        Enter: () => state.selected && zoom(state.selected),
        Backspace: () => state.zoom && zoom(state.zoom.parent),
      }[event.key] ?? (event.key.startsWith('Arrow') ? () => step(event.key) : null);
      if (act) {
        event.preventDefault();
        act();
      }
    }

    for (const view of ['down', 'up', 'both']) by('view-' + view).addEventListener('click', () => show(view));
    for (const kind of ['both', 'after', 'before']) by('width-' + kind).addEventListener('click', () => choose(kind));
    by('widths').hidden = !graph.compared;
    by('order').addEventListener('click', () => {
      state.byCost = !state.byCost;
      by('order').setAttribute('aria-pressed', String(state.byCost));
      layout();
    });
    by('reset').addEventListener('click', () => {
      by('search').value = '';
      search('');
      state.view === 'both' ? show('down') : zoom(null);
    });
    if (strip) {
      by('time').hidden = false;
      by('twin').addEventListener('toggle', freshTables);
      by('range-reset').addEventListener('click', () => strip.choose(0, graph.time.buckets));
      window.addEventListener('resize', () => strip.draw());
      tellRange();
      strip.draw();
    }
    const redraw = () => {
      draw();
      if (strip) strip.draw();
    };
    by('theme').addEventListener('click', () => {
      const dark = matchMedia('(prefers-color-scheme: dark)').matches;
      const now = document.documentElement.dataset.theme ?? (dark ? 'dark' : 'light');
      document.documentElement.dataset.theme = now === 'dark' ? 'light' : 'dark';
      redraw();
    });
    by('search').addEventListener('input', (event) => search(event.target.value));
    canvas.addEventListener('mousemove', (event) => tell(hit(event) ?? state.selected));
    canvas.addEventListener('mouseleave', () => tell(state.selected));
    canvas.addEventListener('click', (event) => {
      const bar = hit(event);
      if (bar) state.view === 'both' ? select(bar) : zoom(bar);
    });
    scroll.addEventListener('scroll', draw);
    window.addEventListener('resize', layout);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    document.addEventListener('keydown', onKey);

    const legend = graph.compared
      ? [['larger share', 'hsl(6 78% 62%)'], ['smaller share', 'hsl(215 78% 62%)']]
      : graph.layers.filter((_, i) => graph.layer.includes(i)).map((each) => [each, `hsl(${HUES[each]} ${each === 'idle' ? 12 : 62}% 68%)`]);
    for (const [text, colour] of legend) {
      const item = document.createElement('li');
      const patch = document.createElement('span');
      patch.style.background = colour;
      item.append(patch, text);
      by('legend').append(item);
    }
    show('down');
    document.body.dataset.state = 'ready';
  }

  start().catch((failure) => {
    by('details').textContent = 'The picture cannot be drawn: ' + failure.message + '. The tables below say the same in text.';
    document.body.dataset.state = 'failed';
  });
}
