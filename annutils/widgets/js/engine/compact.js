// Networks and images that travel with a page as text.

import { Network } from "./network.js";
import { decodedBytes, unpack } from "./packed.js";

/** @import { Packed } from "./packed.js" */

/**
 * @typedef {object} LayerRecord
 * @property {string} activation
 * @property {Packed & { shape: number[] }} weights
 * @property {Packed & { shape: number[] }} bias
 */

/**
 * Make a network of a record in the format "annutils-network".
 * @param {{ format: string, version: number, layers: LayerRecord[] }} record
 */
export function readNetwork({ format, version, layers }) {
  if (format !== "annutils-network" || version !== 1) {
    throw new Error(`an unknown kind of network: ${format} ${version}`);
  }
  const widths = layers.map(({ bias }) => bias.shape[0]);
  const sizes = [layers[0].weights.shape[0], ...widths];
  const network = new Network(sizes, layers[0].activation);
  const { W, b } = network.parameters;
  layers.forEach(({ weights, bias }, l) => {
    W[l + 1].set(unpack(weights));
    b[l + 1].set(unpack(bias));
  });
  return network;
}

/**
 * Images of 28 by 28 bytes, one behind the other, as numbers from 0 to 1.
 * @param {string} base64
 */
export function readImages(base64) {
  const all = decodedBytes(base64);
  const size = 28 * 28;
  return Array.from({ length: all.length / size }, (_, k) =>
    Float64Array.from(all.subarray(k * size, (k + 1) * size), (byte) => byte / 255),
  );
}
