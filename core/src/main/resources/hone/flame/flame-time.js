'use strict';
/** The cost over time, and the part of the time that is looked at. */
const FlameTime = (() => {
  /** Reads what stands behind the bars. */
  function decoded(varint, head) {
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

  /** What each part of the time cost, of the bars that count. */
  function costs(time, counts) {
    const cost = new Float64Array(time.buckets);
    for (let bucket = 0; bucket < time.buckets; bucket++) {
      for (let i = time.first[bucket]; i < time.first[bucket + 1]; i++) {
        if (!counts || counts[time.nodes[i]]) cost[bucket] += time.values[i];
      }
    }
    return cost;
  }

  /** Gives every bar its own value from `from` until before `to`. */
  function spread(time, from, to, own) {
    own.fill(0);
    for (let i = time.first[from]; i < time.first[to]; i++) own[time.nodes[i]] += time.values[i];
  }

  function seconds(nanos) {
    const value = nanos / 1e9;
    const digits = nanos === 0 ? 0 : value < 1 ? 3 : value < 100 ? 2 : 0;
    return value.toFixed(digits) + ' s';
  }

  /** The strip above the graph: drag over it, or walk along it with the keys. */
  class Strip {
    constructor(time, canvas, changed) {
      this.time = time;
      this.canvas = canvas;
      this.changed = changed;
      this.from = 0;
      this.to = time.buckets;
      this.cost = costs(time, null);
      this.matched = null;
      this.told = '';
      canvas.addEventListener('pointerdown', (event) => this.press(event));
      canvas.addEventListener('pointermove', (event) => this.drag(event));
      canvas.addEventListener('pointerup', () => this.release());
      canvas.addEventListener('pointercancel', () => this.release());
      canvas.addEventListener('keydown', (event) => this.key(event));
      canvas.addEventListener('focus', () => this.draw());
    }

    whole() {
      return this.from === 0 && this.to === this.time.buckets;
    }

    moment(bucket) {
      return seconds(this.time.start + bucket * this.time.width);
    }

    /** The chosen time in words. */
    words() {
      return `${this.moment(this.from)} to ${this.moment(this.to)}`;
    }

    at(event) {
      const box = this.canvas.getBoundingClientRect();
      const place = Math.floor((event.clientX - box.left) / box.width * this.time.buckets);
      return Math.max(0, Math.min(this.time.buckets - 1, place));
    }

    press(event) {
      if (event.button !== 0) return;
      this.canvas.setPointerCapture(event.pointerId);
      this.anchor = this.at(event);
      this.moved = false;
    }

    drag(event) {
      if (this.anchor === undefined) return;
      const here = this.at(event);
      this.moved ||= here !== this.anchor;
      if (this.moved) this.choose(Math.min(here, this.anchor), Math.max(here, this.anchor) + 1);
    }

    /** A click without a drag looks at all again. */
    release() {
      if (this.anchor !== undefined && !this.moved) this.choose(0, this.time.buckets);
      this.anchor = undefined;
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const { buckets } = this.time;
      const step = event.key.startsWith('Page') ? Math.max(1, Math.round(buckets / 10)) : 1;
      const forth = ['ArrowRight', 'ArrowUp', 'PageUp'].includes(event.key);
      const back = ['ArrowLeft', 'ArrowDown', 'PageDown'].includes(event.key);
      if (event.key === 'Escape') {
        this.choose(0, buckets);
      } else if (event.key === 'Home') {
        this.choose(0, event.shiftKey ? this.to : Math.min(this.to - this.from, this.tenth()));
      } else if (event.key === 'End') {
        this.choose(event.shiftKey ? this.from : buckets - Math.min(this.to - this.from, this.tenth()), buckets);
      } else if (forth || back) {
        this.walk(forth ? step : -step, event.shiftKey);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }

    tenth() {
      return this.whole() ? Math.max(1, Math.round(this.time.buckets / 10)) : this.time.buckets;
    }

    /** Moves the range, or only its end; out of the whole a tenth is taken first. */
    walk(step, onlyEnd) {
      const { buckets } = this.time;
      if (onlyEnd) return this.choose(this.from, Math.max(this.from + 1, Math.min(buckets, this.to + step)));
      if (this.whole()) return step > 0 ? this.choose(0, this.tenth()) : this.choose(buckets - this.tenth(), buckets);
      const moved = Math.max(-this.from, Math.min(buckets - this.to, step));
      return this.choose(this.from + moved, this.to + moved);
    }

    choose(from, to) {
      if (from === this.from && to === this.to) return;
      this.from = from;
      this.to = to;
      this.draw();
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.changed(this.from, this.to));
    }

    /** Marks what the bars cost that count; none without an argument. */
    mark(counts) {
      this.matched = counts ? costs(this.time, counts) : null;
      this.draw();
    }

    tell(text) {
      this.canvas.setAttribute('aria-valuetext', text);
      this.canvas.setAttribute('aria-valuenow', String(this.from));
      this.canvas.setAttribute('aria-valuemin', '0');
      this.canvas.setAttribute('aria-valuemax', String(this.time.buckets - 1));
    }

    draw() {
      const { canvas } = this;
      const ratio = window.devicePixelRatio || 1;
      const style = getComputedStyle(canvas);
      const wide = canvas.clientWidth;
      const high = canvas.clientHeight;
      canvas.width = Math.round(wide * ratio);
      canvas.height = Math.round(high * ratio);
      const pen = canvas.getContext('2d');
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      const most = this.cost.reduce((a, b) => Math.max(a, b), 0);
      const [bar, mark, soft] = ['--bar', '--mark', '--soft'].map((name) => style.getPropertyValue(name));
      const each = wide / this.time.buckets;
      const column = (bucket, value, colour) => {
        const tall = most > 0 ? value / most * (high - 2) : 0;
        pen.fillStyle = colour;
        if (tall > 0) pen.fillRect(bucket * each, high - Math.max(tall, 1), Math.max(each - (each > 5 ? 1 : 0), 0.5), Math.max(tall, 1));
      };
      for (let bucket = 0; bucket < this.time.buckets; bucket++) {
        pen.globalAlpha = bucket >= this.from && bucket < this.to ? 1 : 0.25;
        column(bucket, this.cost[bucket], bar);
        if (this.matched) column(bucket, this.matched[bucket], mark);
      }
      pen.globalAlpha = 1;
      if (!this.whole()) {
        pen.strokeStyle = soft;
        pen.lineWidth = 1;
        pen.strokeRect(this.from * each + 0.5, 0.5, Math.max((this.to - this.from) * each - 1, 1), high - 1);
      }
    }
  }

  /** The tables of the text twin, of what is looked at now. */
  function tables(graph, words, rows) {
    const { fn, own, total, end, caller } = graph;
    const self = new Float64Array(graph.names.length);
    const all = new Float64Array(graph.names.length);
    const until = new Int32Array(graph.names.length);
    for (let i = 1; i < graph.size; i++) {
      self[fn[i]] += own[i];
      if (i >= until[fn[i]]) {
        all[fn[i]] += total[i];
        until[fn[i]] = end[i];
      }
    }
    const order = graph.names.map((_, i) => i).filter((i) => all[i] > 0)
      .sort((a, b) => self[b] - self[a] || (graph.names[a] < graph.names[b] ? -1 : 1));
    const heaviest = new Int32Array(graph.size);
    for (let i = 1; i < graph.size; i++) {
      const best = heaviest[caller[i]];
      if (best === 0 || total[i] > total[best]) heaviest[caller[i]] = i;
    }
    const way = [];
    for (let i = heaviest[0]; i > 0 && total[i] > 0 && total[i] >= total[0] / 100; i = heaviest[i]) way.push(i);
    const more = order.length > rows ? `, the first ${rows} of ${order.length}` : '';
    return [
      table(`Functions by what they cost themselves${more}`, ['function', 'self', 'of all', 'total', 'of all'],
        order.slice(0, rows).map((i) => [graph.names[i], ...words(self[i]), ...words(all[i])])),
      table('The costliest way down', ['function', 'total', 'of all'],
        way.map((i) => [graph.names[fn[i]], ...words(total[i])])),
    ];
  }

  function table(caption, heads, rows) {
    const made = document.createElement('table');
    made.createCaption().textContent = caption;
    const head = made.createTHead().insertRow();
    for (const text of heads) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = text;
      head.append(cell);
    }
    const body = made.createTBody();
    for (const [name, ...numbers] of rows) {
      const row = body.insertRow();
      const cell = document.createElement('th');
      cell.scope = 'row';
      cell.textContent = name;
      row.append(cell);
      for (const number of numbers) row.insertCell().textContent = number;
    }
    return made;
  }

  return { decoded, spread, Strip, tables };
})();
