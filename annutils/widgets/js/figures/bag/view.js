// Two walks from the bias to the score: each word takes its weight's length, to the right
// for the film, to the left against it.

import { written } from "../../engine/number_text.js";
import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { HALO, label, ticks } from "../../parts/plane.js";
import { adding } from "./model.js";
import { exact, heading, verdict } from "./words.js";

/** @import { Counted } from "./model.js" */

const WIDTH = 420;
const HALF = 168; // height of a review
const SIDE = 14;
const TOP = 26;
const AXIS_AT = TOP + 2 * HALF + 16;
const HEIGHT = AXIS_AT + 40;
const REACHES = [1.5, 3, 6, 12, 24];
const TIGHT = 13; // from one word to the next, on the other side
const ROOMY = 17; // on the same side

/**
 * @typedef {object} Review
 * @property {Counted[]} counted
 * @property {number[]} sums
 * @property {number} score
 * @property {number[]} before sums before the words were moved or taken out
 */

export class Walks {
  constructor() {
    this.content = s("g", { "aria-hidden": "true" });
    const svg = s(
      "svg",
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: "group",
        "aria-label": "How the weights of the words add up to the two scores",
      },
      this.content,
    );
    this.element = h("div", { class: "plot" }, svg);
  }

  /**
   * @param {Review[]} reviews
   * @param {boolean} shown whether the scores are no longer asked for
   */
  draw(reviews, shown) {
    const far = Math.max(
      ...reviews.flatMap(({ sums, before }) => [...sums, ...before].map(Math.abs)),
    );
    const reach = REACHES.find((each) => each >= far) ?? far;
    const X = (/** @type {number} */ z) =>
      WIDTH / 2 + (z / reach) * (WIDTH / 2 - SIDE - 8);
    const zero = `M${X(0)} ${TOP}V${AXIS_AT}`;
    this.content.replaceChildren(
      label(SIDE, 17, "← against the film", "start"),
      label(WIDTH - SIDE, 17, "for the film →", "end"),
      s("path", { d: zero, stroke: AXIS, "stroke-dasharray": "2 4" }),
      s("path", { d: `M${SIDE} ${AXIS_AT}H${WIDTH - SIDE}`, stroke: AXIS }),
      ...ticks(-reach, reach, 6).map((z) =>
        label(X(z), AXIS_AT + 17, written(z, reach > 3 ? 0 : 1), "middle"),
      ),
      label(WIDTH - SIDE, AXIS_AT + 35, "score: bias + weights", "end"),
      ...reviews.flatMap((review, k) => half(review, TOP + k * HALF, X, shown)),
      ...(shown ? meeting(reviews, X) : []),
    );
  }
}

/**
 * From one word to the next; a line below the last one is left for the score.
 * @param {number} count of words
 */
const pitchOf = (count) => Math.min(34, (HALF - 62) / Math.max(1, count));

/**
 * The places of the words that there is room to name: the heaviest first.
 * @param {Counted[]} words
 * @param {number} pitch
 */
function namesOf(words, pitch) {
  const places = words.map((_, k) => k);
  const size = (/** @type {number} */ k) => Math.abs(words[k].weight);
  /** @type {Set<number>} */
  const named = new Set();
  for (const k of places.sort((one, other) => size(other) - size(one))) {
    if ([...named].every((other) => Math.abs(other - k) * pitch >= TIGHT)) named.add(k);
  }
  return named;
}

/**
 * A review's walk.
 * @param {Review} review
 * @param {number} top
 * @param {(z: number) => number} X
 * @param {boolean} shown
 */
function half({ counted, sums, score, before }, top, X, shown) {
  const title = set(label(SIDE, top + 9, heading(counted), "start"), HALO);
  const start = X(sums[0]);
  if (!shown) {
    const [mark, words] = [top + 40, "Where will it end?"];
    return [
      title,
      s("circle", { cx: start, cy: mark - 5, r: 4, fill: INK }),
      set(
        label(start + 12, mark, `starts at the bias ${exact(sums[0])}`, "start"),
        HALO,
      ),
      set(label(start, top + 96, words, "middle"), HALO),
    ];
  }
  const words = adding(counted);
  const pitch = pitchOf(words.length);
  const Y = (/** @type {number} */ k) => top + 22 + k * pitch;
  const ghost = before.map(
    (z, k) => `${X(z)} ${Y(k)}V${Y(Math.min(k + 1, before.length - 1))}`,
  );
  const named = namesOf(words, pitch);
  const steps = words.flatMap(({ word, weight }, k) => {
    const [from, to] = [X(sums[k]), X(sums[k + 1])];
    const color = weight < 0 ? BLUE : ORANGE;
    const gap = k === words.length - 1 ? 11 : 7; // the end has a ring
    const right = Math.max(from, to) + gap;
    const isAway = pitch < ROOMY && pitch >= TIGHT && k % 2 === 0;
    const reach = right + 8 * word.length;
    // Where the walk went before, a name would lie on its trace.
    const trace = before.slice(k, k + 2).map(X);
    const isTraced =
      pitch >= ROOMY && Math.min(...trace) < reach && right < Math.max(...trace);
    const hasRoom = Math.min(from, to) - gap - 8 * word.length > SIDE;
    const fits = !isAway && !(isTraced && hasRoom) && reach < WIDTH - SIDE;
    const place = fits ? [right, "start"] : [Math.min(from, to) - gap, "end"];
    const [x, anchor] = /** @type {[number, "start" | "end"]} */ (place);
    return [
      s("path", { d: `M${from} ${Y(k)}V${Y(k + 1)}`, stroke: AXIS }),
      s("path", { d: `M${from} ${Y(k + 1)}H${to}`, stroke: color, "stroke-width": 7 }),
      named.has(k) ? set(label(x, Y(k + 1) + 5, word, anchor), HALO) : s("g"),
    ];
  });
  const end = Y(words.length);
  const bias = `bias ${exact(sums[0])}`;
  return [
    title,
    s("path", {
      d: `M${ghost.join("L")}`,
      fill: "none",
      stroke: AXIS,
      opacity: 0.35,
      "stroke-width": 2,
      "stroke-dasharray": "4 3",
    }),
    ...steps,
    s("circle", { cx: start, cy: Y(0), r: 4, fill: INK }),
    set(label(start + 9, Y(0) + 4, bias, "start"), HALO),
    s("circle", {
      cx: X(score),
      cy: end,
      r: 6,
      fill: PAPER,
      stroke: INK,
      "stroke-width": 2.5,
    }),
    underneath(X(score), end + 25, verdict(score)),
  ];
}

/**
 * A score below its ring, as far as the frame allows.
 * @param {number} x
 * @param {number} y
 * @param {string} text
 */
function underneath(x, y, text) {
  const half = 4.2 * text.length;
  const middle = Math.min(WIDTH - SIDE - half, Math.max(SIDE + half, x));
  return set(label(middle, y, text, "middle"), { ...HALO, "font-weight": 600 });
}

/**
 * Where both scores are on the axis.
 * @param {Review[]} reviews
 * @param {(z: number) => number} X
 */
function meeting(reviews, X) {
  const [first, second] = reviews.map(({ score }) => X(score));
  const look = { r: 5, fill: INK };
  const side = first < second ? 1 : -1; // of the second, seen from the first
  const name = (/** @type {number} */ x, /** @type {string} */ text, away = 0) => {
    const wide = 8 * text.length;
    const middle = x + away * (4 + wide / 2);
    const inside = Math.max(wide / 2 + 4, Math.min(WIDTH - wide / 2 - 4, middle));
    return label(inside, AXIS_AT - 10, text, "middle");
  };
  const names =
    first === second
      ? [name(first, "both")]
      : [name(first, "first", -side), name(second, "second", side)];
  return [
    ...[first, second].map((cx) => s("circle", { cx, cy: AXIS_AT, ...look })),
    ...names.map((text) => set(text, HALO)),
  ];
}
