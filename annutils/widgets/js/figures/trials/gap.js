// The winner's two scores after each try, and below, how far they are apart on average.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { excess, TRIES, winners } from "./model.js";
import { percentText, signed, tooHigh } from "./words.js";

/**
 * @import { Trial } from "./model.js"
 */

const SIZE = [424, 338];
const [LEFT, RIGHT] = [40, 366];
const HALO = { stroke: PAPER, "stroke-width": 4, "paint-order": "stroke" };
/** The scores, in percent, and the mean gaps, in points: their values and where they are. */
const SCORES = { values: [70, 96], low: 180, high: 26, ticks: [70, 80, 90] };
const MEANS = { values: [-1, 1.5], low: 316, high: 240, ticks: [0, 1] };

/** @param {number} k the try, from 0 on */
const X = (k) => LEFT + ((RIGHT - LEFT) * (k + 0.5)) / TRIES;

/** @param {typeof SCORES} panel @param {number} value */
function Y({ values: [least, most], low, high }, value) {
  return low + ((value - least) / (most - least)) * (high - low);
}

/** What never changes. */
function axes() {
  const line = (/** @type {number} */ y) =>
    s("path", { class: "axis", d: `M${LEFT} ${y}H${RIGHT}` });
  const panel = (
    /** @type {typeof SCORES} */ each,
    /** @type {(n: number) => string} */ text,
  ) =>
    each.ticks.flatMap((value) => [
      set(line(Y(each, value)), { opacity: value === each.ticks[0] ? 1 : 0.3 }),
      label(LEFT - 5, Y(each, value) + 5, text(value), "end"),
    ]);
  return [
    ...panel(SCORES, (value) => `${value}%`),
    ...panel(MEANS, (value) => signed(value)),
    ...Array.from({ length: TRIES }, (_, k) =>
      label(X(k), SIZE[1] - 6, String(k + 1), "middle"),
    ),
    label(SIZE[0] - 4, SIZE[1] - 6, "tries", "end"),
    s("circle", { cx: LEFT + 7, cy: 13, r: 6, fill: ORANGE }),
    label(LEFT + 18, 18, "best: these 100 images", "start"),
    s("circle", { cx: LEFT + 210, cy: 13, r: 5, ...NEW }),
    label(LEFT + 221, 18, "8,000 new images", "start"),
    label(LEFT, MEANS.high - 14, "points too high, on average", "start"),
  ];
}

const NEW = { fill: PAPER, stroke: BLUE, "stroke-width": 3 };

/** The drawing; what it shows changes. */
export function gapDrawing() {
  const content = s("g");
  const element = h(
    "div",
    { class: "plot" },
    s(
      "svg",
      {
        viewBox: `0 0 ${SIZE.join(" ")}`,
        role: "img",
        "aria-label":
          "The best score after each try, and the same network’s score on new images",
      },
      s("g", {}, ...axes()),
      content,
    ),
  );
  return { element, content };
}

/**
 * @param {Trial[]} tried
 * @param {number} images
 * @param {number[] | null} means
 */
export function drawGap(tried, images, means) {
  const best = winners(tried, images);
  return [
    ...best.flatMap((each, k) => pair(each, images, k)),
    ...last(best, images),
    ...average(means),
  ];
}

/** @param {number} percent */
const place = (percent) => Y(SCORES, Math.max(percent, SCORES.values[0]));

/**
 * Both scores of a winner, joined; an arrow where they are below the axis.
 * @param {Trial} best
 * @param {number} images
 * @param {number} k
 */
function pair({ scores, truth }, images, k) {
  const x = X(k);
  const [here, there] = [scores[images], 100 * truth];
  if (Math.max(here, there) < SCORES.values[0]) {
    const d = `M${x} ${SCORES.low - 16}v12m-5 -6l5 6l5 -6`;
    return [s("path", { d, fill: "none", stroke: INK, "stroke-width": 2 })];
  }
  return [
    s("path", {
      ...{ d: `M${x} ${place(here)}V${place(there)}`, fill: "none" },
      ...{ stroke: here < there ? BLUE : ORANGE, "stroke-width": 3 },
    }),
    s("circle", { cx: x, cy: place(there), r: 5, ...NEW }),
    s("circle", { cx: x, cy: place(here), r: 6, fill: ORANGE }),
  ];
}

/** The numbers of the last winner. @param {Trial[]} best @param {number} images */
function last(best, images) {
  const k = best.length - 1;
  const { scores, truth } = best[k];
  const [here, there] = [place(scores[images]), place(100 * truth)];
  const apart = Math.max(0, 18 - Math.abs(here - there)) / 2;
  const way = there < here ? -1 : 1;
  const text = (
    /** @type {number} */ y,
    /** @type {string} */ words,
    /** @type {string} */ color,
  ) =>
    set(label(X(k) + 12, y + 5, words, "start"), { ...HALO, style: { fill: color } });
  return [
    text(here - way * apart, `${scores[images]}%`, BROWN),
    text(there + way * apart, percentText(truth), INK),
    set(
      label(
        ...beside(k),
        `${tooHigh(excess(best[k], images)).replace(" too", " points too")}`,
        "middle",
      ),
      { ...HALO, style: { fill: INK, fontWeight: "600" } },
    ),
  ];
}

/**
 * Where the gap is told: above the axis, where few marks are.
 * @param {number} k
 * @returns {[number, number]}
 */
const beside = (k) => [
  Math.min(RIGHT - 60, Math.max(LEFT + 76, X(k))),
  SCORES.low + 17,
];

/** The mean gap by number of tries. @param {number[] | null} means */
function average(means) {
  if (!means)
    return [
      set(label((LEFT + RIGHT) / 2, Y(MEANS, 0.45), "?", "middle"), {
        style: { fill: AXIS, fontSize: "26px" },
      }),
    ];
  const at = (/** @type {number} */ k) => [X(k), Y(MEANS, means[k])];
  const points = means.map((_, k) => at(k));
  const number = (/** @type {number} */ k) =>
    set(
      label(
        points[k][0],
        points[k][1] + (means[k] < 0 ? 20 : -10),
        signed(means[k], 1),
        "middle",
      ),
      {
        ...HALO,
        style: { fill: BROWN, fontWeight: "600" },
      },
    );
  return [
    s("path", {
      d: `M${points.map((each) => each.join(" ")).join("L")}`,
      ...{ fill: "none", stroke: ORANGE, "stroke-width": 3 },
    }),
    ...points.map(([cx, cy]) => s("circle", { cx, cy, r: 4, fill: ORANGE })),
    number(0),
    number(means.length - 1),
  ];
}
