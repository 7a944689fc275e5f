// The picture: the rows that can be seen, and the legend.

const pen = canvas.getContext('2d');

function fill(bar, dark) {
  if (state.matches && isFound(bar)) return foundColour(dark);
  if (graph.compared) return changeColour(change(bar.value, graph.total[0], bar.before, graph.before[0]));
  return bar.fn < 0 ? plainColour(dark) : layerColour(graph.layers[graph.layer[bar.fn]], shadeOf(bar.fn), dark);
}

function draw() {
  const ratio = window.devicePixelRatio || 1;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.font = '12px ui-monospace, monospace';
  pen.textBaseline = 'middle';
  const dark = isDark();
  const letter = pen.measureText('m').width;
  const first = Math.floor(scroll.scrollTop / ROW);
  const last = Math.min(state.rows.length, Math.ceil((scroll.scrollTop + scroll.clientHeight) / ROW));
  for (let row = first; row < last; row++) {
    for (const item of state.rows[row]) drawBar(item, row * ROW - scroll.scrollTop, letter, dark);
  }
}

function drawBar({ bar, x, w }, y, letter, dark) {
  const strong = fill(bar, dark);
  const colour = state.matches && !isFound(bar) ? pale(strong, dark) : strong;
  pen.fillStyle = css(colour);
  pen.fillRect(x, y, Math.max(w - (w > 3 ? 1 : 0), THINNEST), ROW - 1);
  const letters = Math.floor((w - 6) / letter);
  if (letters >= 3) {
    pen.fillStyle = css(ink(colour));
    pen.fillText(fitting(name(bar), letters, w - 6), x + 3, y + ROW / 2);
  }
  if (bar === state.selected) {
    pen.strokeStyle = dark ? '#fff' : '#000';
    pen.lineWidth = 2;
    pen.strokeRect(x + 1, y + 1, Math.max(w - 3, 1), ROW - 3);
  }
}

/** As much of a text as there is room for. Letters beyond ASCII may be wider than others. */
function fitting(text, letters, room) {
  let left = letters;
  let shown = text.length > left ? beginning(text, left - 1) + '…' : text;
  while (left > 2 && !/^[\x20-\x7e…]*$/.test(shown) && pen.measureText(shown).width > room) {
    left = Math.min(left, shown.length) - 1;
    shown = beginning(text, left - 1) + '…';
  }
  return shown;
}

function legend() {
  const dark = isDark();
  const entries = graph.compared
    ? [['larger share', changeColour(1)], ['smaller share', changeColour(-1)], ['same share', changeColour(0)]]
    : graph.layers.filter((_, i) => graph.layer.includes(i)).map((each) => [each, layerColour(each, 0.5, dark)]);
  by('legend').replaceChildren(...entries.map(([text, colour]) => {
    const item = document.createElement('li');
    const patch = document.createElement('span');
    patch.style.background = css(colour);
    item.append(patch, text);
    return item;
  }));
}
