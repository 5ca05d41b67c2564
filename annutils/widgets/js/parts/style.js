// The look of all figures, in both themes.

import { h } from "./dom.js";
import { COLORS } from "./palette.js";

/** @param {0 | 1} theme */
const colors = (theme) =>
  Object.entries(COLORS)
    .map(([name, shades]) => `--${name}: ${shades[theme]};`)
    .join(" ");

const STYLE = `
:host { display: block; margin: 1rem 0; container-type: inline-size; }
slot { display: block; }
.built ~ slot { display: none; }
.figure {
  ${colors(0)}
  --text: #1f2328; --muted: #57606a; --edge: #8c959f; --field: #fff;
  --on-accent: #fff; --alarm: #a40e26;
  color: var(--text); font: 0.95rem/1.4 system-ui, "Segoe UI", Roboto, Arial, sans-serif;
  display: flex; flex-direction: column; gap: 0.6rem; text-align: left;
}
.figure.dark {
  ${colors(1)}
  --text: #e6edf3; --muted: #b1bac4; --edge: #768390; --field: #1c2128;
  --on-accent: #0d1117; --alarm: #ff9492;
}
/* As annbook.site.dark does: white becomes the page, and hues stay. */
.figure.dark canvas { filter: invert(0.93) hue-rotate(180deg); }
.figure:empty { display: none; }
.figure > * { min-width: 0; }
.question { font-size: 1.25em; font-weight: 600; line-height: 1.25; }
.hint, .counts { color: var(--muted); }
/* The picture on the left, what acts on it on the right: in one view. */
.scene { display: grid; gap: 0.75rem 1.5rem; align-items: start;
  grid-template-columns: minmax(0, 27rem) minmax(0, 1fr); }
/* Or on the right, with something below it. */
.scene.turned { grid-template-columns: minmax(0, 1fr) 23rem; }
.turned > .held { grid-area: 1 / 2; }
.turned > .stack { grid-area: 1 / 1 / 3; }
.turned .status { min-height: 1.4em; }
/* Where they stand below each other, the picture stays in sight. */
@container (max-width: 44rem) {
  .scene { display: contents; }
  .held { position: sticky; top: var(--figure-top, 0px); z-index: 2;
    background: var(--pst-color-background, var(--field)); }
  .held .plot { max-width: min(30rem, 50vh); }
  .loose > .held, .held.loose { position: static; }
}
.folds { display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
.folds details[open] { flex-basis: 100%; }
a { color: var(--accent); }
:host(.projected) { position: fixed; inset: 0; z-index: 2000; margin: 0; padding: 1.5rem 3rem;
  overflow: auto; background: var(--pst-color-background, Canvas); }
:host(.projected) .figure { font-size: 1.5rem; }
:host(.projected) .scene { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }
:host(.projected) .plot { max-width: min(100%, 68vh); }
:host(.projected) .plot.wide { max-width: 100%; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; }
.controls { display: grid; gap: 0.25rem 1rem; align-items: end;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 9rem), 1fr)); }
button, select, input, summary { font: inherit; color: inherit; }
button, select, summary { min-height: 44px; min-width: 44px; box-sizing: border-box; }
button, select { padding: 0.3rem 0.8rem; border: 1px solid var(--edge); border-radius: 0.4rem;
  background: var(--field); cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:disabled { opacity: 0.5; cursor: default; }
select { width: 100%; padding: 0.3rem; }
label { display: block; }
label .name { display: flex; justify-content: space-between; gap: 0.5rem; color: var(--muted); }
label .name b { font-weight: normal; color: var(--text); font-variant-numeric: tabular-nums; }
input[type="range"] { display: block; width: 100%; height: 44px; margin: 0; accent-color: var(--accent); }
input[type="number"], input[type="text"] { width: 100%; min-height: 44px; box-sizing: border-box;
  padding: 0.3rem 0.5rem; border: 1px solid var(--edge); border-radius: 0.4rem;
  background: var(--field); }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; color: var(--muted); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.plot :focus-visible { outline-color: var(--text); }
.status, .complaint, p { margin: 0; min-height: 1.4em; }
.status { min-height: 2.8em; white-space: pre-line; font-variant-numeric: tabular-nums; }
.complaint, .trouble { color: var(--alarm); }
.complaint:empty, .hint:empty, .stack > p:empty { display: none; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.plot { position: relative; width: 100%; max-width: 30rem; margin: 0 auto; background: var(--paper); border-radius: 0.5rem; color: var(--ink);
  border: 1px solid var(--edge); overflow: hidden; }
.plot.wide { max-width: 40rem; }
.stack { display: grid; gap: 0.75rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
[hidden] { display: none !important; }
.plot svg { display: block; width: 100%; height: auto; position: relative; font-size: 15px; }
.plot canvas { position: absolute; }
.drawing svg { display: block; width: 100%; max-width: 30rem; margin: 0 auto; height: auto; font-size: 15px; }
.drawing text { fill: var(--text); font-family: inherit; }
.plot text { fill: var(--ink); font-family: inherit; }
.plot .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; font-weight: 600; }
.plot .axis { stroke: var(--axis); fill: none; }
.handle { display: block; cursor: grab; touch-action: none; }
.handle .reach { fill: none; stroke: transparent; stroke-width: 44px; stroke-linecap: round;
  vector-effect: non-scaling-stroke; }
.handle:focus { outline: none; }
.handle .ring { fill: none; stroke: none; }
.press { cursor: pointer; touch-action: manipulation; }
.tile { cursor: pointer; transition: transform 0.4s, opacity 0.4s; }
.scrub { cursor: move; touch-action: pan-y; }
.scrub .field { fill: var(--field); stroke: var(--edge); }
.scrub:hover .field { stroke: var(--accent); }
.scrub:focus .field { stroke: var(--accent); stroke-width: 2; }
.scrub text { fill: var(--text) !important; font-variant-numeric: tabular-nums; user-select: none; }
.handle:focus-visible .ring { stroke: var(--text); stroke-width: 3; }
summary { display: flex; align-items: center; cursor: pointer; color: var(--accent); }
summary::before { content: "▸"; width: 1.2em; }
details[open] > summary::before { content: "▾"; }
dl { margin: 0; } dt { font-weight: 600; } dd { margin: 0 0 0.5rem 1rem; }
pre { margin: 0; padding: 0.6rem; overflow: auto; max-height: 20rem; border: 1px solid var(--edge);
  background: var(--field); border-radius: 0.4rem; font-size: 0.8rem; }
.two { display: grid; gap: 0.75rem; grid-template-columns: 1fr 1fr; max-width: 32rem; }
[type="range"]:focus-visible { outline-offset: -3px; }
.pick { position: relative; display: flex; align-items: center; gap: 0.5rem; min-height: 1.5rem;
  padding: 0 0.5rem; border-radius: 0.4rem; }
.pick input { position: absolute; inset: 0; z-index: 1; width: 100%; height: 100%; margin: 0; appearance: none;
  border-radius: inherit; cursor: pointer; }
.pick:has(:checked) { box-shadow: inset 0 0 0 2px var(--accent); }
.pick:hover { background: var(--tint); }
.tools { display: flex; flex-wrap: wrap; gap: 0.25rem; }
.tools legend { float: left; width: 100%; }
.tools .pick { min-height: 44px; min-width: 44px; justify-content: center; border: 1px solid var(--edge); }
.given { font-weight: 600; }
@container (max-width: 44rem) {
  .held .small .plot { max-width: min(23rem, 38vh); }
}
.plot .title { padding: 0.25rem 0.5rem; }
@media (prefers-reduced-motion: reduce) { .tile { transition: none; } }
@media (max-width: 30rem) {
  /* On a phone, what the figure says stays at the lower edge until its place is in sight. */
  .stack { display: flex; flex-direction: column; }
  .status { min-height: 4.2em; position: sticky; bottom: 0; z-index: 2;
    border-top: 1px solid var(--edge); background: var(--pst-color-background, var(--field)); }
  .held .status { position: static; border: 0; }
  /* What the keyboard reaches stands between it and the picture. */
  .held ~ * :is(button, select, input, [role="slider"]) { scroll-margin: 55vh 0 7rem; }
}
@media print { .figure { display: none; } .built ~ slot { display: block; } }
`;

/** One for all figures, and one for each kind. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/**
 * Give a shadow root the look. Constructable style sheets also work where the site's policy
 * refuses style elements; these serve browsers from before 2023.
 * @param {ShadowRoot} shadow
 * @param {string} own what the figure adds to the common look
 */
export function addStyle(shadow, own) {
  if (!("adoptedStyleSheets" in Document.prototype)) {
    shadow.append(h("style", {}, STYLE + own));
    return;
  }
  shadow.adoptedStyleSheets = [STYLE, own].map((text) => {
    const sheet = sheets.get(text) ?? new CSSStyleSheet();
    if (!sheets.has(text)) sheet.replaceSync(text);
    sheets.set(text, sheet);
    return sheet;
  });
}
