// The cost over time, and the part of the time that is chosen.

let strip = null;

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
