// Activations and errors of a batch, a row for each sample; below, A transposed and dW, so that
// each entry stands where its row and its column meet; and the connections themselves.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER, TINT } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { from, numberText, to } from "./words.js";

const SIZE = [400, 388];
const SAMPLES = [0, 1, 2, 3];
const UNITS = { a: [0, 1, 2], delta: [0, 1] };
const PITCH = 40; // from one sample to the next, and from one unit of A
const WIDE = 60; // from one column of Δ to the next
const LEFT = { a: 82, delta: 270 };
const TOP = 46;
const BOTTOM = TOP + PITCH * SAMPLES.length;
const BELOW = BOTTOM + 52; // where A transposed and dW begin
const FOOT = BELOW + PITCH * UNITS.a.length;
export const CELL = [WIDE - 4, PITCH - 4];
const COLORS = { a: BLUE, delta: BROWN };

/** @param {number} k */
const across = (k) => LEFT.delta + WIDE * (k + 0.5);
/** @param {number} n */
const column = (n) => LEFT.a + PITCH * (n + 0.5);
/** @param {number} i */
const row = (i) => TOP + PITCH * (i + 0.5);
/** @param {number} j */
const low = (j) => BELOW + PITCH * (j + 0.5);

/**
 * The middle of a number of A or Δ.
 * @param {"a" | "delta"} name
 * @param {number} i
 * @param {number} j
 */
export const place = (name, i, j) => [name === "a" ? column(j) : across(j), row(i)];

/**
 * The middle of an entry of dW.
 * @param {number} j
 * @param {number} k
 */
export const spot = (j, k) => [across(k), low(j)];

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} color
 */
const named = (x, y, text, color, anchor = /** @type {"start"} */ ("middle")) =>
  set(label(x, y, text, anchor), { style: { fill: color, fontWeight: "600" } });

/**
 * A rectangle of a width and a height around the origin.
 * @param {number[]} size
 */
const around = ([width, height]) => ({
  ...{ x: -width / 2, y: -height / 2 },
  ...{ width, height, rx: 5 },
});

/** What never changes: names of arrays, units and samples. */
export function names() {
  const left = LEFT.a - 8;
  return [
    named(column(1), 16, "activations A", BLUE),
    named(across(0.5), 16, "errors Δ, given", BROWN),
    ...UNITS.a.map((j) => label(column(j), TOP - 7, from(j), "middle")),
    ...UNITS.delta.map((k) => label(across(k), TOP - 7, to(k), "middle")),
    ...SAMPLES.map((i) => label(left, row(i) + 5, `sample ${i}`, "end")),
    ...UNITS.delta.map((k) => label(across(k), BELOW - 7, to(k), "middle")),
    ...UNITS.a.map((j) => label(left, low(j) + 5, from(j), "end")),
  ];
}

/** A transposed, and the product; before the answer, only the room for it. */
export class Transposed {
  constructor() {
    const width = PITCH * SAMPLES.length - 4;
    this.room = s("rect", {
      ...{ x: LEFT.a + 2, y: BELOW + 2, width, height: FOOT - BELOW - 4, rx: 5 },
      ...{ fill: "none", stroke: AXIS, "stroke-dasharray": "4 5", opacity: 0.7 },
    });
    this.cells = SAMPLES.flatMap((i) =>
      UNITS.a.map((j) => {
        const text = label(0, 5, "", "middle");
        const ground = { ...around([PITCH - 4, PITCH - 4]), fill: TINT, stroke: BLUE };
        return {
          i,
          j,
          text,
          element: s("g", { class: "tile" }, s("rect", ground), text),
        };
      }),
    );
    this.product = named(across(0.5), BELOW - 24, "", BROWN);
    this.names = s(
      "g",
      {},
      named(column(1.5), BELOW - 24, "A transposed: Aᵀ", BLUE),
      ...SAMPLES.map((i) => label(column(i), BELOW - 7, String(i), "middle")),
      label(LEFT.a - 8, BELOW - 7, "sample", "end"),
    );
    const tiles = this.cells.map(({ element }) => element);
    this.element = s(
      "g",
      { "pointer-events": "none" },
      this.room,
      this.names,
      this.product,
      ...tiles,
    );
  }

  /**
   * @param {number[][]} a
   * @param {boolean} shown
   */
  show(a, shown) {
    this.names.style.opacity = shown ? "1" : "0";
    this.product.textContent = shown ? "dW = Aᵀ · Δ" : "slopes dW";
    for (const { i, j, text, element } of this.cells) {
      const [x, y] = shown ? [column(i), low(j)] : place("a", i, j);
      element.style.transform = `translate(${x}px, ${y}px)`;
      element.style.opacity = shown ? "1" : "0";
      text.textContent = numberText(a[i][j]);
    }
  }
}

/**
 * The entries of dW.
 * @param {(j: number, k: number) => void} look
 */
export function table(look) {
  return UNITS.a.flatMap((j) =>
    UNITS.delta.map((k) => {
      const text = label(0, 5, "", "middle");
      const old = label(0, -4, "", "middle");
      set(old, {
        class: "old",
        style: { fontSize: "14px", textDecoration: "line-through" },
      });
      const edge = { stroke: ORANGE, "stroke-width": 1.5 };
      const ground = s("rect", { ...around(CELL), ...edge });
      const element = s(
        "g",
        {
          class: "entry press",
          transform: `translate(${spot(j, k).join(" ")})`,
          onclick: () => look(j, k),
        },
        ground,
        old,
        text,
      );
      /**
       * @param {string} now
       * @param {string | null} before where the entry has moved
       */
      const show = (now, before) => {
        const moved = before !== null;
        set(ground, { fill: moved ? ORANGE : PAPER, "fill-opacity": moved ? 0.25 : 1 });
        old.textContent = before;
        text.textContent = now;
        set(text, { y: moved ? 14 : 5, "font-weight": moved ? 600 : null });
      };
      return { element, show, j, k };
    }),
  );
}

/**
 * The entry that is looked at, and, with the answer, the numbers that meet in it.
 * @param {number} j
 * @param {number} k
 * @param {boolean} answered
 */
export function light(j, k, answered) {
  const [x, y] = spot(j, k);
  const band = (/** @type {string} */ d, width = PITCH - 2, color = BLUE) =>
    s("path", {
      d,
      ...{ fill: "none", stroke: color, "stroke-width": width, opacity: 0.22 },
    });
  const ring = around(CELL);
  return [
    ...(answered
      ? [
          band(`M${column(j)} ${TOP}V${BOTTOM}`),
          band(`M${LEFT.a} ${y}H${LEFT.a + PITCH * SAMPLES.length}`),
          band(`M${x} ${TOP}V${BOTTOM}`, WIDE - 2, ORANGE),
        ]
      : []),
    s("rect", {
      ...{ ...ring, x: x + ring.x, y: y + ring.y },
      ...{ fill: "none", stroke: INK, "stroke-width": 3 },
    }),
  ];
}

const NETWORK = [400, 132];
const R = 17;
const ENDS = { a: 72, delta: 328 };
const unit = {
  a: (/** @type {number} */ j) => [ENDS.a, 37 + 38 * j],
  delta: (/** @type {number} */ k) => [ENDS.delta, 56 + 38 * k],
};

/**
 * The units of both layers and their connections, one of which is looked at.
 * @param {number} j
 * @param {number} k
 * @param {(j: number, k: number) => void} look
 */
export function network(j, k, look) {
  const way = (/** @type {number} */ one, /** @type {number} */ other) =>
    `M${unit.a(one).join(" ")}L${unit.delta(other).join(" ")}`;
  const connections = UNITS.a.flatMap((one) =>
    UNITS.delta.map((other) =>
      s(
        "g",
        { class: "press", onclick: () => look(one, other) },
        s("path", { d: way(one, other), stroke: "transparent", "stroke-width": 18 }),
        s("path", { d: way(one, other), stroke: AXIS, "stroke-width": 1.5 }),
      ),
    ),
  );
  const circles = /** @type {const} */ (["a", "delta"]).flatMap((layer) =>
    UNITS[layer].flatMap((n) => {
      const [cx, cy] = unit[layer](n);
      const lit = n === (layer === "a" ? j : k);
      const look = { fill: PAPER, stroke: lit ? COLORS[layer] : AXIS };
      const name = (layer === "a" ? from : to)(n);
      return [
        s("circle", { cx, cy, r: R, ...look, "stroke-width": lit ? 3.5 : 1.5 }),
        label(cx, cy + 5, name, "middle"),
      ];
    }),
  );
  const name = label(NETWORK[0] / 2, 14, `W[${j}, ${k}]`, "middle");
  return [
    label(ENDS.a, 14, "layer before", "middle"),
    label(ENDS.delta, 14, "this layer", "middle"),
    ...connections,
    s("path", {
      ...{ d: way(j, k), stroke: ORANGE, "stroke-width": 5, "pointer-events": "none" },
    }),
    ...circles,
    set(name, { style: { fill: BROWN, fontWeight: "600" } }),
  ];
}

/** The drawing of the connections. */
export const connections = () =>
  s("svg", {
    viewBox: `0 0 ${NETWORK.join(" ")}`,
    role: "img",
    "aria-label": "The connections of two layers",
  });

/**
 * The two columns that meet, sample by sample.
 * @param {number[][]} a
 * @param {number[][]} delta
 * @param {number} j
 * @param {number} k
 * @param {{ products: number[], sum: number }} found
 */
export function meeting(a, delta, j, k, { products, sum }) {
  const head = (/** @type {string} */ text, color = INK) =>
    h("th", { scope: "col", style: { color } }, text);
  const whole = { scope: "row", style: { whiteSpace: "nowrap" } };
  const first = (/** @type {string} */ text) => h("th", whole, text);
  const cells = (/** @type {string[]} */ ...texts) => texts.map((t) => h("td", {}, t));
  return [
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("td"),
        head(from(j), BLUE),
        h("td"),
        head(`error of ${to(k)}`, BROWN),
        h("td"),
        head("product"),
      ),
    ),
    h(
      "tbody",
      {},
      ...products.map((product, i) =>
        h(
          "tr",
          {},
          first(`sample ${i}`),
          ...cells(numberText(a[i][j]), "×", numberText(delta[i][k]), "="),
          ...cells(numberText(product)),
        ),
      ),
      h(
        "tr",
        {},
        first(`dW[${j}, ${k}]`),
        h("td", { colspan: 4 }, "sum"),
        h("td", {}, h("b", {}, numberText(sum))),
      ),
    ),
  ];
}

/** @param {...SVGElement} layers */
export const drawing = (...layers) =>
  h(
    "div",
    { class: "plot" },
    s(
      "svg",
      {
        viewBox: `0 0 ${SIZE.join(" ")}`,
        role: "group",
        "aria-label": "Activations, errors, and the gradient of the weights",
      },
      ...layers,
    ),
  );
