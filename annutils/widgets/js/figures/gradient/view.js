// Activations and errors of a batch, a row for each sample, and what each adds to an entry of
// dW; below, the weights in their network, or A transposed, so that each entry of dW stands
// where its row and its column meet.

import { h, s, set } from "../../parts/dom.js";
import { AXIS, BLUE, BROWN, INK, ORANGE, PAPER, PURPLE } from "../../parts/palette.js";
import { label } from "../../parts/plane.js";
import { pressed } from "../../parts/press.js";
import { calm } from "../../parts/ticker.js";
import { A, DELTA, entry, LAST, total } from "./model.js";
import { columnName, from, numberText, productText, readOut, to } from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Layer } from "./words.js"
 */

/**
 * The columns that readers pick for the first sample: the right ones that were pressed, and
 * the wrong ones.
 * @typedef {{ right: Set<Layer>, wrong: Set<string> }} Picks
 */

const SIZE = [400, 422];
const TURN = 350; // milliseconds from one column of A to the next
const SAMPLES = A.map((_, i) => i);
const UNITS = { a: [0, 1, 2], delta: [0, 1] };
const PITCH = 36; // from one sample to the next, and from one unit of A
const LOW = 44; // from one row of dW to the next
const NARROW = 28; // from one column of A transposed to the next
const WIDE = 48; // from one column of Δ to the next
const LEFT = { a: 66, delta: 202, product: 308 };
const RIGHT = 396;
const TOP = 48;
const BOTTOM = TOP + PITCH * SAMPLES.length;
const BESIDE = 10; // what of the ground beside an array belongs to its last columns
const BELOW = BOTTOM + 68; // where dW begins
const DIGITS = RIGHT - 10; // where products end
const SUM = [DIGITS, BOTTOM + 20];

/** @param {number} n */
const column = (n) => LEFT.a + PITCH * (n + 0.5);
/** @param {number} k */
const across = (k) => LEFT.delta + WIDE * (k + 0.5);
/** @param {number} i */
const row = (i) => TOP + PITCH * (i + 0.5);
/** @param {number} j */
const low = (j) => BELOW + LOW * (j + 0.5);

/** An array, its numbers, where its columns are, and how wide and of which color. */
const ARRAYS = {
  a: { rows: A, x: column, width: PITCH, color: BLUE },
  delta: { rows: DELTA, x: across, width: WIDE, color: ORANGE },
};

/**
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {string} color
 * @param {"start" | "middle" | "end"} anchor
 */
const named = (x, y, text, color, anchor = "middle") =>
  set(label(x, y, text, anchor), { style: { fill: color, fontWeight: "600" } });

/**
 * A rectangle of a width and a height around a place.
 * @param {number[]} size
 * @param {number[]} [at]
 */
const around = ([width, height], [x, y] = [0, 0]) => ({
  ...{ x: x - width / 2, y: y - height / 2 },
  ...{ width, height, rx: 5 },
});

/**
 * Let an element come from elsewhere to its place.
 * @param {Element} element
 * @param {number[]} way from its place
 * @param {number} [delay] milliseconds
 */
export function arrive(element, [x, y], delay = 0) {
  if (calm.matches) return;
  const begin = { transform: `translate(${x}px, ${y}px)` };
  element.animate([begin, { transform: "none" }], {
    ...{ duration: 500, delay, easing: "ease-in-out", fill: "backwards" },
  });
}

/**
 * Names of arrays, and of units and samples.
 * @param {boolean} shapes whether the shapes of the arrays are wanted, too
 */
export function names(shapes) {
  const [a, delta, dW] = shapes
    ? ["A (4, 3)", "Δ (4, 2)", "dW (3, 2)"]
    : ["activations A", "errors Δ", "gradient dW"];
  return [
    named(column(1), 16, a, BLUE),
    named(across(0.5), 16, delta, BROWN),
    named(across(0.5), BELOW - 26, dW, PURPLE),
    label(LEFT.a - 6, TOP - 8, "sample", "end"),
    ...UNITS.a.map((j) => label(column(j), TOP - 8, from(j), "middle")),
    ...UNITS.delta.map((k) => label(across(k), TOP - 8, to(k), "middle")),
    ...UNITS.delta.map((k) => label(across(k), BELOW - 6, to(k), "middle")),
    ...UNITS.a.map((j) => label(LEFT.delta - 7, low(j) + 5, from(j), "end")),
  ];
}

/**
 * The numbers of A and Δ; those of an entry stand out as far as its samples are shown.
 * @param {number} j
 * @param {number} k
 * @param {number} shown how many samples
 * @param {number} current the sample that is being added, or -1
 * @param {Picks | null} picks
 */
export function arrays(j, k, shown, current, picks) {
  const at = picks ? 0 : current;
  const band = { x: 2, y: row(at) - PITCH / 2, width: RIGHT - 2, height: PITCH };
  const cells = /** @type {const} */ (["a", "delta"]).flatMap((name) => {
    const { rows, x, width, color } = ARRAYS[name];
    const chosen = name === "a" ? j : k;
    return rows.flatMap((numbers, i) =>
      numbers.map((value, n) => {
        const isPicked = n === chosen && (picks ? picks.right.has(name) : shown > 0);
        const lit = isPicked && i < (picks ? 1 : shown);
        const place = [x(n), row(i)];
        const size = [width - 4, PITCH - 4];
        const text = label(place[0], place[1] + 5, numberText(value), "middle");
        if (lit && (at < 0 || i === at)) set(text, { "font-weight": 700 });
        if (picks?.wrong.has(columnName(name, n))) set(text, { opacity: 0.5 });
        return s(
          "g",
          {},
          s("rect", { ...around(size, place), fill: PAPER }),
          s("rect", {
            ...around(size, place),
            ...{ fill: color, "fill-opacity": lit ? (i === at ? 0.4 : 0.2) : 0 },
            ...{ stroke: color, "stroke-opacity": isPicked ? 1 : 0.45 },
          }),
          text,
        );
      }),
    );
  });
  return [
    at < 0 ? null : s("rect", { ...band, rx: 6, fill: AXIS, opacity: 0.16 }),
    ...SAMPLES.map((i) =>
      set(label(LEFT.a - 14, row(i) + 5, String(i), "end"), {
        "font-weight": i === at ? 700 : null,
      }),
    ),
    ...cells,
  ];
}

/**
 * What the samples add, one below the other, and their sum.
 * @param {number} j
 * @param {number} k
 * @param {number} shown how many samples
 * @param {boolean} isAsking whether what is not shown is asked for
 */
export function addition(j, k, shown, isAsking) {
  if (shown === 0 && !isAsking) return [];
  const products = entry(A, DELTA, j, k).products.slice(0, shown);
  const written = (/** @type {number} */ i, /** @type {string} */ text) =>
    named(DIGITS, row(i) + 5, text, PURPLE, "end");
  const middle = (LEFT.product + RIGHT) / 2;
  return [
    named(middle, TOP - 8, shown ? `${from(j)} · ${to(k)}` : "products", PURPLE),
    ...products.map((value, i) => written(i, numberText(value))),
    ...(isAsking ? SAMPLES.slice(shown).map((i) => written(i, "?")) : []),
    s("path", {
      d: `M${LEFT.product} ${BOTTOM + 2}H${RIGHT - 6}`,
      ...{ stroke: PURPLE, "stroke-width": 1.5 },
    }),
    named(LEFT.product - 9, SUM[1], "sum", PURPLE, "start"),
    named(SUM[0], SUM[1], shown ? numberText(total(products)) : "?", PURPLE, "end"),
  ];
}

/**
 * A column of A or Δ, to press.
 * @param {Layer} layer
 * @param {number} n
 * @param {() => void} press
 * @param {Properties} help
 */
export function pile(layer, n, press, help) {
  const { rows, x, width } = ARRAYS[layer];
  const height = BOTTOM - TOP;
  const [left, right] = [
    n === 0 ? BESIDE : 0,
    n === UNITS[layer].length - 1 ? BESIDE : 0,
  ];
  const numbers = rows.map((each) => numberText(each[n])).join(", ");
  const element = pressed({
    name: `${columnName(layer, n)}: ${numbers}`,
    ...{ size: width, height, press, help },
    shape: [
      s("rect", {
        ...{ class: "ground", x: -width / 2 - left, y: -height / 2 },
        ...{ width: left + width + right, height },
      }),
    ],
  });
  set(element, { transform: `translate(${x(n)} ${TOP + height / 2})` });
  element.classList.add("pile");
  return element;
}

/**
 * An entry of dW, to press.
 * @param {number} j
 * @param {number} k
 * @param {() => void} press
 * @param {Properties} help
 */
export function tile(j, k, press, help) {
  const size = [WIDE - 4, LOW - 4];
  const text = named(0, 5, "", PURPLE);
  const ground = s("rect", { ...around(size), fill: PAPER, stroke: PURPLE });
  const element = pressed({
    name: `dW[${j}, ${k}]`,
    size: PITCH,
    shape: [ground, text],
    press,
    help,
  });
  set(element, { transform: `translate(${across(k)} ${low(j)})` });
  element.classList.add("entry");
  /**
   * @param {string} value
   * @param {boolean} chosen
   */
  function show(value, chosen) {
    text.textContent = value;
    set(ground, {
      ...{ "stroke-width": chosen ? 3.5 : 1.2 },
      "stroke-dasharray": value === "?" && !chosen ? "4 4" : null,
    });
    set(element, {
      "aria-label": `dW[${j}, ${k}]: ${value === "?" ? "not known yet" : value}`,
      "aria-pressed": String(chosen),
    });
  }
  /** The sum comes down to its entry. */
  const fill = () => arrive(text, [SUM[0] - across(k), SUM[1] - low(j)]);
  return { element, show, fill, j, k };
}

/**
 * An element that comes from elsewhere to its place, and the name by which it is known to be
 * there already.
 * @typedef {{ element: Element, name: string, way: number[], delay?: number }} Arriving
 */

const R = 21;
const ENDS = { a: 47, delta: 130 };
const unit = {
  a: (/** @type {number} */ j) => [ENDS.a, low(j)],
  delta: (/** @type {number} */ k) => [ENDS.delta, low(k + 0.5)],
};

/**
 * The units of both layers and their weights, one of which is marked; and what a sample
 * brings to them.
 * @param {number} j
 * @param {number} k
 * @param {number} current the sample that is being added, or -1
 * @param {Picks | null} picks
 */
export function network(j, k, current, picks) {
  const at = picks ? 0 : current;
  const way = (/** @type {number} */ one, /** @type {number} */ other) =>
    `M${unit.a(one).join(" ")}L${unit.delta(other).join(" ")}`;
  /** What arrives, and its way from where it comes. @type {Arriving[]} */
  const arriving = [];
  const units = /** @type {const} */ (["a", "delta"]).flatMap((layer) => {
    const { rows, x, color } = ARRAYS[layer];
    return UNITS[layer].flatMap((n) => {
      const [cx, cy] = unit[layer](n);
      const marked = n === (layer === "a" ? j : k);
      const isKnown = picks ? marked && picks.right.has(layer) : at >= 0;
      const isLit = marked && isKnown;
      const fill = { fill: color, "fill-opacity": isLit ? 0.4 : 0 };
      const look = { stroke: color, "stroke-width": marked ? 3 : 1.2 };
      const value = label(cx, cy + 5, "", "middle");
      if (isKnown) {
        value.textContent = numberText(rows[at][n]);
        if (isLit) set(value, { "font-weight": 700 });
        arriving.push({
          ...{ element: value, name: `${at} ${columnName(layer, n)}` },
          way: [x(n) - cx, row(at) - cy],
        });
      }
      const name =
        layer === "a"
          ? label(cx - R - 5, cy + 5, from(n), "end")
          : label(cx + R + 5, cy + 5, to(n), "start");
      return [
        s("circle", { cx, cy, r: R, fill: PAPER }),
        s("circle", { cx, cy, r: R, ...fill, ...look }),
        name,
        value,
      ];
    });
  });
  const lines = UNITS.a.flatMap((one) =>
    UNITS.delta.map((other) =>
      s("path", { d: way(one, other), stroke: AXIS, "stroke-width": 1.2 }),
    ),
  );
  const middle = (ENDS.a + ENDS.delta) / 2;
  const elements = [
    named(middle, BELOW - 26, `weight W[${j}, ${k}]`, INK),
    ...lines,
    s("path", { d: way(j, k), stroke: INK, "stroke-width": 5 }),
    ...units,
  ];
  if (at >= 0) {
    const [a, delta] = [numberText(A[at][j]), numberText(DELTA[at][k])];
    const product = picks
      ? `${picks.right.has("a") ? a : "?"} · ${picks.right.has("delta") ? delta : "?"}`
      : productText(at, j, k);
    elements.push(
      label(middle, BELOW - 6, `sample ${at}`, "middle"),
      named(middle, SIZE[1] - 8, product, PURPLE),
    );
  }
  return { elements, arriving };
}

/**
 * A transposed, whose rows stand at those of dW; and the product.
 * @param {number} j
 */
export function transposed(j) {
  const left = LEFT.delta - 32 - NARROW * SAMPLES.length;
  const x = (/** @type {number} */ i) => left + NARROW * (i + 0.5);
  /** One column after the other, so that each is seen to become a row. @type {Arriving[]} */
  const arriving = [];
  const cells = A.flatMap((numbers, i) =>
    numbers.map((value, n) => {
      const at = [x(i), low(n)];
      const size = [NARROW - 4, PITCH - 4];
      const lit = n === j;
      const cell = s(
        "g",
        {},
        s("rect", { ...around(size, at), fill: PAPER }),
        s("rect", {
          ...around(size, at),
          ...{ fill: BLUE, "fill-opacity": lit ? 0.2 : 0 },
          ...{ stroke: BLUE, "stroke-opacity": lit ? 1 : 0.45 },
        }),
        label(at[0], at[1] + 5, numberText(value), "middle"),
      );
      arriving.push({
        ...{ element: cell, name: `transposed ${i} ${n}`, delay: n * TURN },
        way: [column(n) - at[0], row(i) - at[1]],
      });
      return cell;
    }),
  );
  const elements = [
    named(x(LAST / 2), BELOW - 26, "Aᵀ (3, 4)", BLUE),
    label(x(0) - 16, BELOW - 6, "sample", "end"),
    ...SAMPLES.map((i) => label(x(i), BELOW - 6, String(i), "middle")),
    ...cells,
    named(
      SIZE[0] / 2,
      SIZE[1] - 8,
      "dW = Aᵀ · Δ: (3, 4) · (4, 2) = (3, 2), like W",
      PURPLE,
    ),
  ];
  return { elements, arriving };
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
        "aria-label": `Activations A, ${readOut(A)}. Errors Δ, ${readOut(DELTA)}. Below, dW.`,
      },
      ...layers,
    ),
  );
