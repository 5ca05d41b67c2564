// Networks and images that travel with a page as text.

import { Network } from "./network.js";

/** The bytes of base64 text. */
function bytes(text) {
  const raw = atob(text);
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

/** Whole numbers of 16 bits times a factor, as `annutils.export` writes them. */
export function unpack({ scale, int16 }) {
  const view = new DataView(bytes(int16).buffer);
  const count = view.byteLength / 2;
  return Float64Array.from({ length: count }, (_, k) => scale * view.getInt16(2 * k, true));
}

/** Make a network of a record in the format "annutils-network". */
export function readNetwork({ format, version, layers }) {
  if (format !== "annutils-network" || version !== 1) {
    throw new Error(`an unknown kind of network: ${format} ${version}`);
  }
  const sizes = [layers[0].weights.shape[0], ...layers.map(({ bias }) => bias.shape[0])];
  const network = new Network(sizes, layers[0].activation);
  const { W, b } = network.parameters;
  layers.forEach(({ weights, bias }, l) => {
    W[l + 1].set(unpack(weights));
    b[l + 1].set(unpack(bias));
  });
  return network;
}

/** Images of 28 by 28 bytes, one behind the other, as numbers from 0 to 1. */
export function readImages(text) {
  const all = bytes(text);
  const size = 28 * 28;
  return Array.from({ length: all.length / size }, (_, k) =>
    Float64Array.from(all.subarray(k * size, (k + 1) * size), (byte) => byte / 255),
  );
}
