// Boundaries over each other, and what networks say at one place.

import { written } from "../../engine/number_text.js";
import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE } from "../../parts/palette.js";
import { HALO, LETTER, label } from "../../parts/plane.js";
import { deviation, mean } from "./model.js";

/**
 * @import { Plane } from "../../parts/plane.js"
 * @import { Place } from "./words.js"
 */

const LINE = { fill: "none", stroke: INK, "stroke-linejoin": "round" };
export const ONE = { ...LINE, "stroke-width": 2.5 };
export const GHOST = { ...LINE, stroke: AXIS, "stroke-width": 1.2, opacity: 0.75 };
export const MEAN = { ...LINE, "stroke-width": 4 };
export const TRUTH = { ...LINE, "stroke-width": 3, "stroke-dasharray": "8 5" };
const [LEFT, WIDTH] = [30, 364]; // of the line of probabilities
const [DOTS, OFFSET, SPREAD] = [36, 60, 82]; // heights of the points and of what they show
const ROOM = 110; // for a name

/**
 * Which line is which, below the picture.
 * @param {Plane} plane
 * @param {[Record<string, any>, string][]} entries
 */
export function legend(plane, entries) {
  const y = plane.Y(plane.y[0]) + 16;
  let x = plane.X(plane.x[0]) + 2;
  return entries.flatMap(([look, words]) => {
    const from = x;
    x += 44 + LETTER * words.length;
    return [
      s("path", { ...look, d: `M${from} ${y}h24` }),
      label(from + 29, y + 5, words, "start"),
    ];
  });
}

/**
 * One side of a comparison.
 * @typedef {object} Side
 * @property {string} name
 * @property {Place | null} place what its networks say at the ring, once they are known
 * @property {() => SVGElement[]} lines its boundaries, in the plane
 */

const HALF = { width: 206, top: 26, scale: 206 / 400 }; // of a pair

/** Two small pictures of the plane, beside each other. */
export class Pair {
  known = "";
  /** What the reader moves and what follows. */
  words = s("g");
  still = s("g");
  svg = s(
    "svg",
    { viewBox: "0 0 424 192", role: "img", "aria-label": "Both, beside each other" },
    this.still,
    this.words,
  );
  element = h("div", { class: "plot", style: { boxSizing: "border-box" } }, this.svg);

  /** @param {Plane} plane of which they are small pictures */
  constructor(plane) {
    this.plane = plane;
  }

  /**
   * @param {number[]} ring where it is
   * @param {Side[]} sides
   */
  draw([x1, x2], sides) {
    const known = sides.map(({ place }) => Boolean(place)).join();
    this.element.classList.toggle("unknown", !known.includes("true"));
    const { plane } = this;
    const { width, top, scale } = HALF;
    const { x, y, ...size } = plane.inside();
    const low = top + scale * size.height;
    const left = (/** @type {number} */ k) => 4 + k * (width + 4);
    const placed = (/** @type {number} */ k, /** @type {SVGElement[]} */ parts) =>
      s(
        "g",
        {
          transform: `translate(${left(k)} ${top}) scale(${scale}) translate(${-x} ${-y})`,
        },
        ...parts,
      );
    if (known !== this.known)
      this.still.replaceChildren(
        ...sides.map(({ place, lines }, k) =>
          placed(k, [
            s("rect", { x, y, ...size, fill: "none", stroke: AXIS, "stroke-width": 2 }),
            ...(place ? lines() : []),
          ]),
        ),
      );
    this.known = known;
    this.words.replaceChildren(
      ...sides.flatMap(({ name, place }, k) => {
        const middle = left(k) + (scale * size.width) / 2;
        const title = set(label(middle, 18, name, "middle"), { "font-weight": 600 });
        if (!place) {
          const mark = label(middle, (top + low) / 2 + 12, "?", "middle");
          return [title, set(mark, { "font-size": 34 })];
        }
        const { offset, spread } = measured(place);
        const at = { cx: plane.X(x1), cy: plane.Y(x2), r: 13 };
        return [
          title,
          label(middle, low + 18, `offset ${offset}, spread ${spread}`, "middle"),
          placed(k, [s("circle", { ...at, ...LINE, "stroke-width": 5 })]),
        ];
      }),
    );
  }
}

/** What networks say at the ring, in short. @param {Place} place */
const measured = ({ middle, truth, spread }) => ({
  offset: written(Math.abs(middle - truth)),
  spread: written(spread),
});

/** What the networks say at the ring, on a line from 0 to 1. */
export class Said {
  svg = s("svg", { viewBox: "0 0 424 94", "aria-hidden": "true" });
  element = h(
    "div",
    { class: "plot wide", style: { boxSizing: "border-box" } },
    this.svg,
  );

  /**
   * @param {number[]} said
   * @param {number | null} truth null while it is not shown
   */
  draw(said, truth) {
    const X = (/** @type {number} */ p) => LEFT + p * WIDTH;
    const axis = s("path", {
      class: "axis",
      d: `M${X(0)} ${DOTS}H${X(1)}M${X(0.5)} ${DOTS - 6}v12`,
    });
    const ends = [
      s("circle", { cx: X(0) - 14, cy: DOTS, r: 6, fill: BLUE }),
      s("rect", { x: X(1) + 8, y: DOTS - 6, width: 12, height: 12, fill: ORANGE }),
    ];
    const dots = said.map((p, k) => {
      const last = truth === null && k === said.length - 1;
      const look = { cx: X(p), cy: DOTS, r: last ? 7 : 5, opacity: last ? 1 : 0.55 };
      return s("circle", { ...look, fill: INK });
    });
    this.svg.replaceChildren(
      label(212, 17, "at the ring: probability of orange", "middle"),
      axis,
      ...ends,
      ...dots,
      ...[0, 1].map((p) => label(X(p), 17, String(p), "middle")),
      ...(truth === null ? [] : named(X, said, truth)),
    );
  }
}

/**
 * Mean and truth, how far they are apart, and how far the points are.
 * @param {(p: number) => number} X
 * @param {number[]} said
 * @param {number} truth
 */
function named(X, said, truth) {
  const [middle, reach] = [mean(said), deviation(said)];
  // From the mean to the side of the truth, unless only the other one has room.
  const sides = [middle + reach, middle - reach];
  if (truth < middle) sides.reverse();
  const beside = sides.find((p) => p >= 0 && p <= 1) ?? sides[0];
  const upright = (/** @type {number} */ p, /** @type {object} */ look) =>
    s("path", { ...LINE, ...look, d: `M${X(p)} ${DOTS - 11}V${OFFSET + 6}` });
  return [
    upright(middle, { "stroke-width": 4 }),
    upright(truth, { "stroke-width": 2.5, "stroke-dasharray": "6 4" }),
    ...bar([middle, beside].map(X), SPREAD, `spread ${written(reach)}`),
    ...bar(
      [middle, truth].map(X),
      OFFSET,
      `offset ${written(Math.abs(middle - truth))}`,
    ),
  ];
}

/**
 * A length with its name beside it, or in it where it fills the line.
 * @param {number[]} ends
 * @param {number} y
 * @param {string} name
 */
function bar(ends, y, name) {
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const d = `M${from} ${y - 5}v10M${from} ${y}H${to}M${to} ${y - 5}v10`;
  /** @type {[number, "start" | "middle" | "end"]} */
  let place = [(from + to) / 2, "middle"];
  if (to < 424 - ROOM) place = [to + 10, "start"];
  else if (from > ROOM) place = [from - 10, "end"];
  const [x, anchor] = place;
  return [
    s("path", { ...LINE, d, "stroke-width": 3 }),
    set(label(x, y + 5, name, anchor), HALO),
  ];
}
