// Buttons in the drawing by which layers and units come and go.

import { LARGEST } from "../../engine/playground.js";
import { push } from "./push.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { layout } from "./layout.js"
 */

/**
 * @param {number[]} layers units of the hidden layers
 * @param {ReturnType<typeof layout>} plan
 * @param {Record<string, Properties>} help
 * @param {(layers: number[]) => void} build
 */
export function growth(layers, { center, places, close }, help, build) {
  /**
   * @param {string} what
   * @param {number[]} place of both
   * @param {number[]} apart
   * @param {Properties} about
   * @param {number[][]} next layers with less, and with more
   */
  const pair = (what, [x, y], [across, down], about, next) =>
    next.map((wanted, more) => {
      const possible =
        `${wanted}` !== `${layers}` &&
        wanted.length <= LARGEST.layers &&
        wanted.every((n) => n > 0 && n <= LARGEST.units);
      return push(
        `${what} ${more ? "more" : "less"}`,
        more ? "+" : "−",
        more ? [x + across, y + down] : [x - across, y],
        about,
        possible ? () => build(wanted) : null,
      );
    });
  const columns = layers.map((n, l) =>
    pair(
      `One unit in layer ${l + 1}`,
      [places[l + 1][0][0], 45],
      close ? [0, 26] : [14, 0],
      help.units,
      [layers.with(l, n - 1), layers.with(l, n + 1)],
    ),
  );
  const ofLayers = [layers.slice(0, -1), [...layers, 2]];
  return [
    ...pair("One hidden layer", [center, 15], [78, 0], help.layers, ofLayers),
    ...columns.flat(),
  ];
}
