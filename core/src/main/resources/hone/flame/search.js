// The search: which functions it finds, and what they cost.

function search(text) {
  find(text);
  if (strip) strip.mark(state.matches && below(graph, state.matches));
  draw();
}

/** Finds functions by a pattern; what is no pattern is looked for as it stands. */
function find(text) {
  state.matches = text === '' ? null : Uint8Array.from(graph.names, matcher(text));
  by('found').value = state.matches ? found(state.matches) : '';
}

function matcher(text) {
  try {
    const pattern = new RegExp(text, 'i');
    return (name) => (pattern.test(name) ? 1 : 0);
  } catch (notAPattern) {
    return (name) => (name.toLowerCase().includes(text.toLowerCase()) ? 1 : 0);
  }
}

function found(matches) {
  const functions = matches.reduce((sum, each) => sum + each, 0);
  if (functions === 0) return 'no function has such a name';
  const share = percent(cumulative(graph, graph.total, matches), graph.total[0]);
  const before = graph.compared ? `; before ${percent(cumulative(graph, graph.before, matches), graph.before[0])}` : '';
  return `${counted(functions, 'function')}, ${share} of the total${before}`;
}

/** A 1 for every bar that is of a matching function, or below one. */
function below({ size, caller, fn }, matches) {
  const counts = new Uint8Array(size);
  for (let i = 1; i < size; i++) counts[i] = counts[caller[i]] | matches[fn[i]];
  return counts;
}
