// Buttons in the drawing by which layers and units come and go.

import { LARGEST } from "../../engine/playground.js";
import { push } from "./push.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { layout } from "./layout.js"
 */

const [ROW, NEXT_ROW] = [15, 45];
const APART = { layers: 78, units: 11 }; // a button from the middle between two

/**
 * @param {number[]} layers units of the hidden layers
 * @param {ReturnType<typeof layout>} plan
 * @param {Record<string, Properties>} help
 * @param {(layers: number[]) => void} build
 */
export function growth(layers, { center, places }, help, build) {
  /**
   * @param {string} name
   * @param {"+" | "−"} sign
   * @param {number[]} at
   * @param {Properties} about
   * @param {number[]} next
   */
  const one = (name, sign, at, about, next) => {
    const possible =
      `${next}` !== `${layers}` &&
      next.length <= LARGEST.layers &&
      next.every((n) => n > 0 && n <= LARGEST.units);
    return push(name, sign, at, about, possible ? () => build(next) : null);
  };
  const { layers: apart, units: close } = APART;
  const what = "One hidden layer";
  return [
    one(`${what} less`, "−", [center - apart, ROW], help.layers, layers.slice(0, -1)),
    one(`${what} more`, "+", [center + apart, ROW], help.layers, [...layers, 2]),
    ...layers.flatMap((n, l) => {
      const [x] = places[l + 1][0];
      const what = `One unit in layer ${l + 1}`;
      return [
        one(
          `${what} less`,
          "−",
          [x - close, NEXT_ROW],
          help.units,
          layers.with(l, n - 1),
        ),
        one(
          `${what} more`,
          "+",
          [x + close, NEXT_ROW],
          help.units,
          layers.with(l, n + 1),
        ),
      ];
    }),
  ];
}
