// Activations and errors side by side, a row for each sample, and dW below.

import { h, s, set } from "../../parts/dom.js";
import { BLUE, BROWN, INK, ORANGE, PAPER } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { numberText } from "./words.js";

const SIZE = [400, 404];
export const PITCH = 44;
const CELL = 40;
const TOP = 34;
const SAMPLES = 4;
const BOTTOM = TOP + SAMPLES * PITCH;
const LEFT = { a: 74, delta: 222 };
const PRODUCTS = 358;
const DW = BOTTOM + 34;
const BOLD = { style: { fontWeight: "600" } };
const AROUND = { x: -CELL / 2, y: -CELL / 2, width: CELL, height: CELL, rx: 5 };

/**
 * The middle of a cell of A or Δ.
 * @param {"a" | "delta"} name
 * @param {number} i
 * @param {number} j
 */
export const place = (name, i, j) => [
  LEFT[name] + PITCH * (j + 0.5),
  TOP + PITCH * (i + 0.5),
];

/**
 * The middle of an entry of dW.
 * @param {number} j
 * @param {number} k
 */
export const spot = (j, k) => [LEFT.delta + PITCH * (k + 0.5), DW + PITCH * (j + 0.5)];

/** What never changes: names, shapes, samples. */
export function names() {
  const middle = (/** @type {number} */ left, /** @type {number} */ columns) =>
    left + (columns * PITCH) / 2;
  const named = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {string} */ text,
    /** @type {string} */ color,
  ) => set(label(x, y, text, "middle"), { style: { fill: color, fontWeight: "600" } });
  return [
    named(middle(LEFT.a, 3), 22, "activations A", BLUE),
    named(middle(LEFT.delta, 2), 22, "errors Δ", BROWN),
    label(PRODUCTS, 22, "product", "middle"),
    ...[0, 1, 2, 3].flatMap((i) => [
      label(LEFT.delta - 8, TOP + PITCH * (i + 0.5) + 5, "·", "middle"),
      label(LEFT.delta + 2 * PITCH + 12, TOP + PITCH * (i + 0.5) + 5, "=", "middle"),
    ]),
    ...[0, 1, 2, 3].map((i) =>
      label(2, TOP + PITCH * (i + 0.5) + 5, `sample ${i}`, "start"),
    ),
    named(228, DW + 3 * PITCH + 20, "dW: slope of the loss for each weight", BROWN),
  ];
}

/**
 * The entries of dW.
 * @param {(j: number, k: number, kept: boolean) => void} look
 */
export function table(look) {
  return [0, 1, 2].flatMap((j) =>
    [0, 1].map((k) => {
      const [x, y] = spot(j, k);
      const text = label(0, 5, "", "middle");
      const edge = { stroke: ORANGE, "stroke-width": 1.5 };
      const ground = s("rect", { ...AROUND, ...edge, fill: PAPER });
      const mark = (/** @type {boolean} */ moves) =>
        set(ground, { fill: moves ? ORANGE : PAPER, "fill-opacity": moves ? 0.25 : 1 });
      const element = s(
        "g",
        {
          class: "tile",
          transform: `translate(${x} ${y})`,
          onpointerenter: () => look(j, k, false),
          onclick: () => look(j, k, true),
        },
        ground,
        text,
      );
      return { element, text, mark, j, k };
    }),
  );
}

/**
 * The two columns, their products, and the entry, which is named after both.
 * @param {number} j
 * @param {number} k
 * @param {number[]} products
 * @param {number} sum
 */
export function light(j, k, products, sum) {
  const [x, y] = spot(j, k);
  const [a] = place("a", 0, j);
  const band = (/** @type {string} */ d, /** @type {string} */ color) =>
    s("path", {
      d,
      fill: "none",
      stroke: color,
      "stroke-width": CELL + 2,
      opacity: 0.2,
    });
  const ring = { ...AROUND, x: x - CELL / 2, y: y - CELL / 2 };
  return [
    band(`M${a} ${TOP}V${BOTTOM}`, BLUE),
    band(`M${x} ${TOP}V${BOTTOM}`, ORANGE),
    set(label(LEFT.delta - 8, y + 5, `column ${j} of A`, "end"), {
      style: { fill: BLUE },
    }),
    set(label(x + CELL / 2, DW - 7, `column ${k} of Δ`, "end"), {
      style: { fill: BROWN },
    }),
    s("rect", { ...ring, fill: "none", stroke: INK, "stroke-width": 3 }),
    set(label(x, y + 5, numberText(sum), "middle"), BOLD),
    ...products.map((product, i) =>
      label(PRODUCTS, TOP + PITCH * (i + 0.5) + 5, numberText(product), "middle"),
    ),
    set(label(PRODUCTS, BOTTOM + 21, `sum ${numberText(sum)}`, "middle"), BOLD),
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
