// Opens the page.

async function openPage() {
  graph = decoded(await unpacked(by('data').textContent));
  by('data').remove();
  scroll.append(filler);
  state.width = graph.compared ? 'both' : 'after';
  by('widths').hidden = !graph.compared;
  openTime();
  legend();
  listen();
  show('down');
  document.body.dataset.state = 'ready';
}

openPage().catch((failure) => {
  by('details').textContent = 'The picture cannot be drawn: ' + failure.message + '. The tables below say the same in text.';
  document.body.dataset.state = 'failed';
});
