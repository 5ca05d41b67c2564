// The best score after each try; once it is judged, by how much it is too high, split in the
// images' ease and luck; of many searches the luck alone: its mean, the middle half, and a cloud after
// nine tries.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { TRIES } from "./model.js";
import { images, parts, signed } from "./words.js";

/** @import { Many } from "./model.js" */

const SIZE = [424, 232];
const [LEFT, RIGHT, TOP, LOW] = [40, 410, 28, 208];
const MOST = 9; // points; what is beyond is drawn there
const TICKS = [-5, 0, 5];
const BREAK = 0.6; // before the whole map, in columns
const COLUMN = (RIGHT - LEFT) / (TRIES + 1 + BREAK);
const SIDE = 0.36; // of a column, where dots of many searches lie
const WORST = 50; // of the scores that are drawn; what is below lies there
const FEW = 4; // tries, before which there is no room for a name

/** @param {number} k the try, from 0 on; TRIES is the whole map */
const X = (k) => LEFT + COLUMN * (k + 0.5 + (k === TRIES ? BREAK : 0));

/** @param {number} points */
const Y = (points) =>
  (TOP + LOW) / 2 -
  (Math.max(-MOST, Math.min(MOST, points)) / MOST) * ((LOW - TOP) / 2);

/** Letters that stand out. @param {Parameters<typeof label>} rest */
const bold = (...rest) => set(label(...rest), { class: "halo" });

/**
 * What never changes.
 * @param {number} places of the map
 */
export const axes = (places) => [
  ...TICKS.flatMap((points) => tick(Y(points), signed(points), points === 0)),
  ...columns(`all ${places}`),
];

/**
 * @param {number} y
 * @param {string} name
 * @param {boolean} [isBase]
 */
const tick = (y, name, isBase) => [
  s("path", { class: "axis", d: `M${LEFT} ${y}H${RIGHT}`, opacity: isBase ? 1 : 0.25 }),
  label(LEFT - 5, y + 5, name, "end"),
];

/** The names of the tries, and of what is beside them. @param {string} last */
const columns = (last) => [
  ...Array.from({ length: TRIES }, (_, k) =>
    label(X(k), LOW + 16, String(k + 1), "middle"),
  ),
  label(X(TRIES), LOW + 16, last, "middle"),
  label(LEFT - 5, LOW + 16, "tries", "end"),
];

/**
 * The best score after each try, before anybody knows what it is on other images.
 * @param {number[]} scores
 */
export function climb(scores) {
  const height = (/** @type {number} */ score) =>
    LOW - ((Math.max(WORST, score) - WORST) / (100 - WORST)) * (LOW - TOP);
  const places = scores.map((score, k) => [X(k), height(score)]);
  const [x, y] = places[places.length - 1];
  const line = { fill: "none", stroke: ORANGE, "stroke-width": 2 };
  return [
    ...[WORST, 60, 80, 100].flatMap((score) =>
      tick(height(score), score > WORST ? String(score) : "", score === WORST),
    ),
    ...columns("others"),
    label(LEFT, TOP - 9, "best score so far", "start"),
    s("path", { ...line, d: `M${x} ${y}H${X(TRIES) - 12}`, "stroke-dasharray": "2 5" }),
    s("path", { ...line, d: joined(places) }),
    dots(places, 9, ORANGE),
    bold(x, y - 11, String(scores[scores.length - 1]), "middle"),
    bold(X(TRIES), y + 5, "?", "middle"),
  ];
}

/** The drawing; what it shows changes. */
export function cloudDrawing() {
  const content = s("g");
  const element = h(
    "div",
    { class: "plot" },
    s(
      "svg",
      {
        viewBox: `0 0 ${SIZE.join(" ")}`,
        role: "img",
        "aria-label": "The best score after each try, or by how much it is too high",
      },
      content,
    ),
  );
  return { element, content };
}

/**
 * Dots, as one path.
 * @param {number[][]} places
 * @param {number} size
 * @param {string} color
 * @param {number} [opacity]
 */
const dots = (places, size, color, opacity = 1) =>
  s("path", {
    d: places.map(([x, y]) => `M${x} ${y}h0`).join(""),
    ...{ fill: "none", stroke: color, opacity },
    ...{ "stroke-width": size, "stroke-linecap": "round" },
  });

/** @param {number[][]} points */
const joined = (points) => `M${points.map((point) => point.join(" ")).join("L")}`;

/**
 * The gaps or the luck after each try of a search, and of earlier ones; the last is named.
 * @param {number[]} found
 * @param {number[][]} seen
 * @param {number} shown the last, as the words give it
 * @param {boolean} lucky where the name stands above, out of the way of the split
 * @param {boolean} aside where it stands before the dots of many searches
 */
export function own(found, seen, shown, lucky, aside) {
  const at = (/** @type {number[]} */ gaps) =>
    gaps.map((points, k) => [X(k), Y(points)]);
  const places = at(found);
  const [x, y] = places[places.length - 1];
  return [
    dots(seen.flatMap(at), 6, ORANGE, 0.6),
    s("path", {
      ...{ d: joined(places), fill: "none", stroke: ORANGE, "stroke-width": 2 },
    }),
    dots(places, 11, PAPER),
    dots(places, 9, ORANGE),
    bold(
      x - (aside ? COLUMN / 2 : 0),
      y + (lucky ? -11 : 21),
      signed(shown, 1),
      aside ? "end" : "middle",
    ),
  ];
}

/**
 * How a gap is split: the line is as high for any network as these images are easy, and
 * luck leads from there to the best.
 * @param {number[]} found gaps after each try
 * @param {number} eased
 */
export function split(found, eased) {
  const gap = found[found.length - 1];
  const { ease, luck } = parts(gap, eased);
  const [low, x] = [Y(eased), X(found.length - 1)];
  const beside = x + COLUMN * 0.6;
  // The names stand where the dots do not.
  const below = luck < 0 ? -8 : 17;
  const line = { fill: "none", stroke: ORANGE, "stroke-width": 2 };
  return [
    label(LEFT, TOP - 9, "points too high", "start"),
    s("path", { ...line, d: `M${LEFT} ${low}H${RIGHT}`, "stroke-dasharray": "5 4" }),
    bold(found.length > FEW ? x + 10 : RIGHT, low + below, images(ease), "end"),
    s("path", { ...line, "stroke-width": 4, d: `M${beside} ${low}V${Y(gap)}` }),
    ...["luck", signed(luck, 1)].map((word, k) =>
      bold(beside + 6, (low + Y(gap)) / 2 - 3 + 16 * k, word, "start"),
    ),
  ];
}

/**
 * The mean of many searches, their middle half, and some after nine tries.
 * @param {Many} many
 */
export function cloud({ means, middle, sample }) {
  const beside = (/** @type {number} */ n) =>
    COLUMN * SIDE * (2 * ((n * 0.618) % 1) - 1);
  const places = sample.map((points, n) => [X(TRIES - 1) + beside(n), Y(points)]);
  const nine = (/** @type {number[]} */ _, /** @type {number} */ k) => k < TRIES;
  const mean = means.map((points, k) => [X(k), Y(points)]);
  const [low, high] = [0, 1].map((side) =>
    middle.map((ends, k) => [X(k), Y(ends[side])]),
  );
  const band = [...low.filter(nine), ...high.filter(nine).reverse()];
  const [x, from] = low[TRIES];
  const width = 2 * SIDE * COLUMN;
  const [some, all] = [TRIES - 1, TRIES].map((k) => signed(means[k], 1));
  const area = { fill: BLUE, opacity: 0.16 };
  return [
    label(LEFT, TOP - 9, "luck, in points", "start"),
    dots(places, 3.5, AXIS, 0.55),
    s("path", { d: `${joined(band)}Z`, ...area }),
    s("rect", {
      ...{ x: x - width / 2, y: high[TRIES][1], width, height: from - high[TRIES][1] },
      ...area,
    }),
    s("path", {
      d: joined(mean.filter(nine)),
      ...{ fill: "none", stroke: BLUE, "stroke-width": 4 },
    }),
    s("path", {
      d: joined(mean.slice(TRIES - 1)),
      ...{ fill: "none", stroke: BLUE, "stroke-width": 2, "stroke-dasharray": "4 4" },
    }),
    dots(mean, 9, BLUE),
    bold(RIGHT, TOP - 9, "mean, and middle half", "end"),
    bold(X(TRIES - 1.5), Y(-7), "each dot: one search", "end"),
    // Beside the dots, and below the line.
    bold((mean[TRIES - 1][0] + x) / 2, mean[TRIES - 1][1] + 22, some, "middle"),
    bold(x, mean[TRIES][1] - 11, all, "middle"),
  ];
}
