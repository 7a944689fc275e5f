// What is drawn in which colour. A colour is red, green and blue from 0 to 255.

const HUES = { code: 30, framework: 140, library: 205, runtime: 275, background: 330, idle: 60 };
const LARGER = 6;
const SMALLER = 215;
const PALE = 0.45;
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

/** What lies behind the bars; flame.css has the same. */
function backdrop(dark) {
  return dark ? [22, 24, 28] : WHITE;
}

/** A bar that is not of a function of its own. */
function plainColour(dark) {
  return dark ? [138, 143, 152] : [208, 211, 216];
}

function foundColour(dark) {
  return dark ? [227, 92, 240] : [238, 123, 245];
}

/** @param shade of 0 to 1, by which functions of one layer differ */
function layerColour(layer, shade, dark) {
  return hsl(HUES[layer], layer === 'idle' ? 0.12 : 0.62, (dark ? 0.58 : 0.7) + 0.1 * shade);
}

function shadeOf(fn) {
  return (Math.imul(fn + 1, 2654435761) >>> 28) / 15;
}

/** How much of its share a bar gained, from -1 to 1. */
function change(value, total, before, totalBefore) {
  const now = total > 0 ? value / total : 0;
  const then = totalBefore > 0 ? before / totalBefore : 0;
  return Math.max(now, then) > 0 ? (now - then) / Math.max(now, then) : 0;
}

/** Red for a larger share, blue for a smaller one, the paler the less it changed. */
function changeColour(change) {
  if (Math.abs(change) < 0.005) return [214, 217, 222];
  return hsl(change > 0 ? LARGER : SMALLER, 0.78, 0.9 - 0.3 * Math.abs(change));
}

/** A colour that stands back, as of a bar that a search did not find. */
function pale(colour, dark) {
  const back = backdrop(dark);
  return colour.map((part, i) => Math.round(part * PALE + back[i] * (1 - PALE)));
}

/** What can be read on a colour: black or white, whichever differs more. One of them always does by 4.58. */
function ink(colour) {
  return contrast(colour, BLACK) >= contrast(colour, WHITE) ? BLACK : WHITE;
}

/** The contrast of two colours, by https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hsl(hue, saturation, lightness) {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  return [0, 8, 4].map((turn) => {
    const place = (turn + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  });
}

function css([red, green, blue]) {
  return `rgb(${red} ${green} ${blue})`;
}
