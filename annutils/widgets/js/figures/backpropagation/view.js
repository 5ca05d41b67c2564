// The graph: boxes with values (blue) and slopes (orange), edges, the + where two meet,
// and what a move brings to ℓ.

import { minus, rounded } from "../../engine/number_text.js";
import { s } from "../../parts/dom.js";
import { BLUE, BROWN, GREEN, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";
import { calm } from "../../parts/ticker.js";
import {
  AT_START,
  brought,
  isKnown,
  SHARES,
  SLOPES,
  START,
  STEPS,
  SUM,
} from "./model.js";
import { promised } from "./words.js";

/** @import { Leaf, Name } from "./model.js" */

const [WIDE, HIGH] = [92, 60]; // of a box
/** Left upper corners. @type {Record<Name, number[]>} */
const PLACES = {
  "w₁": [1, 24],
  u: [1, 128],
  a: [118, 128],
  "w₂": [1, 232],
  "v₁": [252, 24],
  "v₂": [252, 232],
  ℓ: [375, 128],
};
const NAMES = /** @type {Name[]} */ (Object.keys(PLACES));
/** How a value is computed, above its box. @type {Record<string, string>} */
const FORMULAS = { a: "= 5 u", "v₁": "= a · w₁", "v₂": "= a · w₂", ℓ: "= v₁² + v₂²" };
const MEETING = [226, 158];
const ROUND = 13; // radius of the + there
/** Ends of each edge, on the left and on the right, and its factor's place, from which it reads. */
const EDGES = {
  "ℓv₁": [[342, 62], [376, 148], [362, 70], "start"],
  "ℓv₂": [[342, 254], [376, 168], [348, 276], "start"],
  "v₁a": [[234, 147], [252, 68], [240, 94], "end"],
  "v₂a": [[234, 169], [252, 248], [240, 232], "end"],
  au: [[93, 158], [118, 158], [105, 150], "middle"],
  "v₁w₁": [[93, 44], [252, 44], [172, 38], "middle"],
  "v₂w₂": [[93, 272], [252, 272], [172, 266], "middle"],
};
/** Where what comes back waits for the +. */
const WAITING = [
  [241, 127],
  [241, 189],
];
/** Where a move is on its way to ℓ, and where it comes in, one below the other. */
const COMING = [
  [372, 96],
  [363, 201],
];
const [SUM_RIGHT, SUM_TOP, LINE] = [463, 207, 18];
const SLOW = 700; // milliseconds along an edge

export const VIEW = "-4 0 476 316";

/** Where the value of a leaf stands. @param {Name} name */
export const valuePlace = (name) => [PLACES[name][0] + 61, PLACES[name][1] + 18];

/**
 * @param {number[]} place
 * @param {string} content
 * @param {string} color
 * @param {string} [anchor]
 */
function text([x, y], content, color, anchor = "end") {
  const style = { fill: color };
  return s("text", { x, y, "text-anchor": anchor, style }, content);
}

/** Whether some value is not where it began. @param {Record<Name, number>} values */
const isMoved = (values) => values.ℓ !== AT_START.ℓ;

/** With its sign, as a change. @param {number} by */
const signed = (by) => (by > 0 ? `+${by}` : minus(by));

/**
 * Let what is new come along its edge from where its slope was.
 * @param {SVGElement} element
 * @param {number[]} way
 */
function travel(element, [x, y]) {
  if (calm.matches) return;
  const transform = [`translate(${x}px, ${y}px)`, "none"];
  element.animate({ transform }, { duration: SLOW, easing: "ease-in-out" });
}

/**
 * @param {Name} name
 * @param {Record<Name, number>} values
 * @param {number} step
 */
function box(name, values, step) {
  const [x, y] = PLACES[name];
  const isLeaf = name in START;
  const edge = STEPS[step - 1];
  const isFound = step > 0 && (edge ? edge.to === name : name === "a");
  const isNew = isFound && !isMoved(values);
  const isAsked = name === "u" && !isKnown(name, step);
  const isDraggable = isLeaf && isKnown(name, step);
  const slope = isKnown(name, step)
    ? text([x + WIDE - 3, y + 51], minus(SLOPES[name]), BROWN)
    : isAsked
      ? text([x + WIDE - 3, y + 51], "?", BROWN)
      : null;
  if (slope) slope.style.fontWeight = "600";
  const by = name === "ℓ" ? 0 : rounded(values[name] - AT_START[name], 3);
  const note = by ? signed(by) : isDraggable && !isMoved(values) ? "drag" : "";
  const above = FORMULAS[name] ?? note;
  const below = FORMULAS[name] ? note : "";
  return {
    slope,
    element: s(
      "g",
      {},
      s("rect", {
        ...{ x, y, width: WIDE, height: HIGH, rx: 6 },
        fill: name.startsWith("w") ? GREEN : isLeaf ? TINT : PAPER,
        "fill-opacity": name.startsWith("w") ? 0.22 : 1,
        stroke: isNew ? ORANGE : "var(--edge)",
        "stroke-width": isNew ? 4 : 1,
      }),
      text([x + 6, y + 23], name, INK, "start"),
      isDraggable
        ? null // it stands there
        : text(
            [x + WIDE - 4, y + 23],
            minus(rounded(values[name], name === "ℓ" ? 2 : 3)),
            BLUE,
          ),
      slope && text([x + 3, y + 51], "slope", ORANGE, "start"),
      slope,
      text([x + WIDE / 2, y - 6], above, isLeaf ? BLUE : INK, "middle"),
      text([x + WIDE / 2, y + HIGH + 17], below, BLUE, "middle"),
    ),
  };
}

/**
 * An edge: an arrow to the right, and to the left when a slope has gone back on it, but
 * while a move runs along it.
 * @param {keyof typeof EDGES} name
 * @param {Record<Name, number>} values
 * @param {number} step
 */
function arrow(name, values, step) {
  const [left, right, place, anchor] = /** @type {any} */ (EDGES[name]);
  const at = STEPS.findIndex((edge) => edge && edge.from + edge.to === name);
  const isPassed = step > at;
  const end = /** @type {Name} */ (STEPS[at]?.to);
  const carries = values[end] !== AT_START[end];
  const isNew = step === at + 1 && !isMoved(values);
  const [from, to] = isPassed && !carries ? [right, left] : [left, right];
  const turn = (180 / Math.PI) * Math.atan2(to[1] - from[1], to[0] - from[0]);
  const look = {
    stroke: carries ? BLUE : isPassed ? ORANGE : INK,
    "stroke-width": isNew ? 4 : carries ? 2.4 : 1.6,
    fill: "none",
  };
  const factor = isPassed
    ? text(place, `×${minus(STEPS[at]?.factor ?? 0)}`, BROWN, anchor)
    : null;
  if (factor && isNew) factor.style.fontWeight = "600";
  return s(
    "g",
    {},
    s("path", { d: `M${from}L${to}`, ...look }),
    s("path", {
      ...{ d: "M-8-4L0 0l-8 4", ...look, "stroke-width": isNew ? 3 : 1.6 },
      transform: `translate(${to}) rotate(${turn})`,
    }),
    factor,
  );
}

/**
 * What is on its way along an edge.
 * @param {number[]} place
 * @param {string} content
 * @param {string} line
 * @param {string} color
 * @param {number} half of its width
 */
const chip = ([x, y], content, line, color, half) =>
  s(
    "g",
    {},
    s("rect", {
      ...{ x: x - half, y: y - 11, width: 2 * half, height: 22, rx: 11 },
      ...{ fill: PAPER, stroke: line, "stroke-width": 2 },
    }),
    text([x, y + 5], content, color, "middle"),
  );

/**
 * Where a is used twice: a fork to the right, a + to the left, once that is known.
 * @param {number} step
 * @param {boolean} goesOn whether a move does, from u
 */
function meeting(step, goesOn) {
  const [cx, cy] = MEETING;
  const goesBack = step >= SUM - 2 && !goesOn;
  const stroke = goesOn ? BLUE : goesBack ? ORANGE : INK;
  const way = s("path", { d: `M208 ${cy}H${cx}`, stroke, "stroke-width": 1.6 });
  if (!goesBack) {
    const d = `M234 147L${MEETING}L234 169`; // to where the edges begin
    const fork = s("path", { d, stroke, fill: "none", "stroke-width": 1.6 });
    return s("g", {}, way, s("circle", { cx, cy, r: 4, fill: stroke }), fork);
  }
  const isNew = step === SUM;
  const ring = { r: ROUND, stroke: ORANGE, "stroke-width": 2 };
  const plus = s("path", {
    d: `M${cx - 7} ${cy}h14M${cx} ${cy - 7}v14`,
    stroke: isNew ? PAPER : ORANGE,
    "stroke-width": 3,
  });
  return s(
    "g",
    {},
    way,
    s("circle", { cx, cy, ...ring, fill: isNew ? ORANGE : PAPER }),
    step < SUM ? text([cx, cy + 6], "?", BROWN, "middle") : plus,
  );
}

/**
 * What a move brings to ℓ along each edge, and how that adds up there; and what its slope
 * promised.
 * @param {Leaf} name
 * @param {Record<Name, number>} values
 */
function coming(name, values) {
  const [upper, lower, sum] = brought(values);
  const parts = [upper, lower];
  const chips = parts.map((by, k) =>
    by ? chip(COMING[k], signed(by), BLUE, BLUE, 4 + 5 * signed(by).length) : null,
  );
  const column = upper && lower ? [...parts, sum] : [sum];
  const rule = `M${SUM_RIGHT - 56} ${SUM_TOP + LINE + 5}h56`;
  return s(
    "g",
    {},
    ...chips,
    ...column.map((by, k) => {
      const y = SUM_TOP + LINE * k + (k > 1 ? 5 : 0);
      return text([SUM_RIGHT, y], signed(by), BLUE);
    }),
    column.length > 1 ? s("path", { d: rule, stroke: BLUE }) : null,
    text([2, 311], `promised: ${promised(name, values)}`, BROWN, "start"),
  );
}

/**
 * All of the graph but the numbers that are dragged.
 * @param {Record<Name, number>} values
 * @param {number} step
 * @param {boolean} moves whether the last step was just made
 * @param {Leaf | null} moved from where it began
 */
export function graph(values, step, moves, moved) {
  const boxes = NAMES.map((name) => ({ name, ...box(name, values, step) }));
  const shares = SHARES.map((share, k) =>
    step > SUM - 3 + k ? chip(WAITING[k], minus(share), ORANGE, BROWN, 17) : null,
  );
  const edge = STEPS[step - 1];
  if (moves && edge) {
    const [u, v] = PLACES[edge.from];
    const came = edge.to === "a" ? shares[step - SUM + 2] : null;
    const [x, y] = came ? WAITING[step - SUM + 2] : PLACES[edge.to];
    const from = came ? [u + WIDE - 20, v + 46] : [u, v];
    const target = came ?? boxes.find(({ name }) => name === edge.to)?.slope;
    if (target) travel(target, [from[0] - x, from[1] - y]);
  } else if (moves && step === SUM) {
    const sum = boxes.find(({ name }) => name === "a")?.slope;
    if (sum) travel(sum, [MEETING[0] - PLACES.a[0] - WIDE + 12, -18]);
  }
  return [
    ...Object.keys(EDGES).map((name) => arrow(/** @type {any} */ (name), values, step)),
    meeting(step, moved === "u"),
    ...boxes.map(({ element }) => element),
    ...shares.filter((each) => each !== null), // they come from above a box
    ...(moved ? [coming(moved, values)] : []),
  ];
}
