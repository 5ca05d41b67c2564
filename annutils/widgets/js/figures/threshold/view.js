// The rows of a truth table, as high as their weighted sums, and the neuron that adds up.

import { inFormula, minus } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { conflict, GATES, ROWS, sum, XOR_PAIRS } from "./model.js";
import { reason, rowText } from "./words.js";

/** @import { Plane } from "../../parts/plane.js" */

const TILE = { width: 56, height: 22 };
const PITCH = 62; // from a row to the one beside it
const FIRST = 42; // where the rows of a level begin
const LONGEST = 4; // rows side by side
export const PILL = { width: 120, height: 22, at: 0.835 };

/**
 * @param {number} x
 * @param {number} y
 */
const boxAt = (x, y) => ({ x: x - TILE.width / 2, y: y - TILE.height / 2, ...TILE });

/**
 * A rounded rectangle around another one.
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
export const grown = ({ x, y, width, height }, by = 4) => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
  rx: height / 2 + by,
});

/**
 * The axis of the sums alone: where a row stands beside others means nothing.
 * @param {Plane} plane
 * @param {number} most
 */
export function axis(plane, most) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [low, high] = plane.y.map((y) => plane.Y(y));
  const sums = Array.from({ length: 2 * most + 1 }, (_, k) => k - most);
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}` }),
    ...sums.map((z) => label(left - 6, plane.Y(z) + 5, minus(z), "end")),
    label(left + 6, high + 14, "weighted sum", "start"),
    label(right - 6, high + 14, "each row: x₁x₂x₃→wanted", "end"),
  ];
}

/**
 * The bar, and what lies above and below it.
 * @param {Plane} plane
 * @param {number} threshold
 */
export function bar(plane, threshold) {
  const [left, right] = plane.x.map((x) => plane.X(x));
  const [low, cut, high] = [plane.y[0], threshold, plane.y[1]].map((y) => plane.Y(y));
  const box = { x: left, width: right - left, opacity: 0.15 };
  const middle = plane.X(PILL.at);
  return [
    s("rect", { y: high, height: cut - high, fill: ORANGE, ...box }),
    s("rect", { y: cut, height: low - cut, fill: BLUE, ...box }),
    s("path", { d: `M${left} ${cut}H${right}`, stroke: INK, "stroke-width": 2.5 }),
    ...(cut - high > 32 ? [label(middle, cut - 18, "fires: 1", "middle")] : []),
    label(middle, cut + 29, "rests: 0", "middle"),
  ];
}

/**
 * Where each row stands: as high as its sum, beside those of the same sum.
 * @param {Plane} plane
 * @param {number[]} w
 */
export function placed(plane, w) {
  /** How many rows each sum has so far. @type {Record<number, number>} */
  const taken = {};
  const many = ROWS.every((x) => sum(w, x) === sum(w, ROWS[0]));
  return ROWS.map((x) => {
    const z = sum(w, x);
    const k = taken[z] ?? 0;
    taken[z] = k + 1;
    // All on one level, they are two rows of four.
    const lift = many ? (k < LONGEST ? -11 : 11) : 0;
    return [FIRST + TILE.width / 2 + PITCH * (k % LONGEST), plane.Y(z) + lift];
  });
}

/**
 * A row with the answer that the gate asks for; angular if that is 1, else round.
 * @param {number} u
 * @param {number} v
 * @param {number[]} x
 * @param {boolean} wanted
 */
const tile = (u, v, x, wanted) => [
  s("rect", {
    ...boxAt(u, v),
    rx: wanted ? 1 : 11,
    fill: PAPER,
    stroke: wanted ? ORANGE : BLUE,
    "stroke-width": 2.5,
  }),
  label(u, v + 5, `${rowText(x)}→${wanted ? 1 : 0}`, "middle"),
];

/**
 * All rows, with a cross where the neuron answers otherwise than the gate.
 * @param {number[][]} places
 * @param {string} gate
 * @param {number[]} w
 * @param {number} threshold
 */
export const tiles = (places, gate, w, threshold) =>
  ROWS.flatMap((x, k) => {
    const [u, v] = places[k];
    const wanted = GATES[gate].answer(x);
    const wrong = wanted !== sum(w, x) >= threshold;
    return [
      ...tile(u, v, x, wanted),
      ...(wrong ? [cross(u + TILE.width / 2 - 3, v - TILE.height / 2 - 2)] : []),
    ];
  });

/**
 * @param {number} x
 * @param {number} y
 */
const cross = (x, y) =>
  s(
    "g",
    {},
    s("circle", { cx: x, cy: y, r: 7, fill: INK }),
    s("path", {
      d: `M${x - 3} ${y - 3}l6 6m0 -6l-6 6`,
      stroke: PAPER,
      "stroke-width": 2,
    }),
  );

/**
 * The rows that keep every bar from being right, and the reason in words.
 * @param {Plane} plane
 * @param {number[][]} places
 * @param {string} gate
 * @param {number[]} w
 */
export function obstacle(plane, places, gate, w) {
  const pair = conflict(gate, w);
  if (!pair) return [];
  const look = { fill: "none", stroke: INK, "stroke-width": 2.5 };
  const ring = (/** @type {number[]} */ [x, y], /** @type {number} */ by) =>
    s("rect", { ...grown(boxAt(x, y), by), ...look });
  const text = label(plane.X(0) + 8, plane.Y(plane.y[0]) - 8, reason(gate, w), "start");
  set(text, HALO);
  if (gate === "xor") {
    const rows = XOR_PAIRS.flat().map((row) => places[ROWS.findIndex(same(row))]);
    return [...rows.map((place) => ring(place, 2.5)), text];
  }
  const [high, low] = [pair.rests, pair.fires].map((row) => places[ROWS.indexOf(row)]);
  const way =
    high[1] === low[1] ? "" : `M${high[0]} ${high[1] + 15}L${low[0]} ${low[1] - 15}`;
  return [ring(high, 4), ring(low, 4), s("path", { d: way, ...look }), text];
}

/** @param {number[]} row */
const same = (row) => (/** @type {number[]} */ other) => `${row}` === `${other}`;

/**
 * Why no neuron is XOR: two rows of each kind with the same sum together.
 * @param {number[]} w
 */
export const proof = (w) =>
  XOR_PAIRS.flatMap((pair, k) => {
    const y = 14 + 28 * k;
    const [one, other] = pair.map((x) => sum(w, x));
    const added = `${minus(one)} + ${inFormula(minus(other))} = ${minus(one + other)}`;
    return [
      ...tile(38, y, pair[0], k === 1),
      ...tile(38 + PITCH + 8, y, pair[1], k === 1),
      label(38 + 2 * PITCH, y + 5, `add up: ${added}`, "start"),
    ];
  });

/**
 * That the reader has found the gate.
 * @param {Plane} plane
 * @param {string} gate
 */
export const praise = (plane, gate) =>
  set(
    label(
      plane.X(0) + 8,
      plane.Y(plane.y[0]) - 8,
      `all 8 rows are right: ${GATES[gate].name}`,
      "start",
    ),
    { ...HALO, "font-weight": "bold" },
  );

const INPUTS = [30, 84, 138]; // their heights
const SUM = { x: 236, y: 84, r: 34 };

/** Where the numbers of the weights stand. */
export const PLACES = INPUTS.map((y) => [128, (y + SUM.y) / 2 + (y - SUM.y) / 8]);

/**
 * The neuron behind its weights; a negative one is dashed.
 * @param {number[]} w
 * @param {string} threshold
 * @param {string} now what it is
 */
export function neuron(w, threshold, now) {
  const edges = INPUTS.map((y, k) =>
    s("path", {
      d: `M44 ${y}L${SUM.x} ${SUM.y}`,
      stroke: w[k] ? INK : AXIS,
      "stroke-width": 1 + 2 * Math.abs(w[k]),
      "stroke-dasharray": w[k] < 0 ? "7 5" : null,
    }),
  );
  const node = { fill: "var(--field)", stroke: INK, "stroke-width": 2 };
  const right = SUM.x + SUM.r + 10;
  return [
    ...edges,
    ...INPUTS.flatMap((y, k) => [
      s("circle", { cx: 30, cy: y, r: 18, ...node }),
      label(30, y + 5, `x${"₁₂₃"[k]}`, "middle"),
    ]),
    s("circle", { cx: SUM.x, cy: SUM.y, r: SUM.r, ...node }),
    label(SUM.x, SUM.y + 5, "sum", "middle"),
    label(right, SUM.y + 5, `≥ ${threshold} ?`, "start"),
    label(right, SUM.y + 29, now, "start"),
  ];
}
