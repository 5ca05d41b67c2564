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
   * @param {string} what
   * @param {{ at: number[], apart: number, help: Properties, least: number,
   *   most: number, count: number }} pair
   * @param {number[]} less the layers of the one button
   * @param {number[]} more and of the other
   */
  const pair = (what, { at: [x, y], apart, help, least, most, count }, less, more) => [
    push({
      name: `One ${what} less`,
      sign: "−",
      at: [x - apart, y],
      help,
      possible: count > least,
      press: () => build(less),
    }),
    push({
      name: `One ${what} more`,
      sign: "+",
      at: [x + apart, y],
      help,
      possible: count < most,
      press: () => build(more),
    }),
  ];
  const ofLayers = pair(
    "hidden layer",
    {
      at: [center, ROW],
      apart: APART.layers,
      help: help.layers,
      least: 0,
      most: LARGEST.layers,
      count: layers.length,
    },
    layers.slice(0, -1),
    [...layers, 2],
  );
  const ofUnits = layers.flatMap((n, l) =>
    pair(
      `unit in layer ${l + 1}`,
      {
        at: [places[l + 1][0][0], NEXT_ROW],
        apart: APART.units,
        help: help.units,
        least: 1,
        most: LARGEST.units,
        count: n,
      },
      layers.with(l, n - 1),
      layers.with(l, n + 1),
    ),
  );
  return [...ofLayers, ...ofUnits];
}
