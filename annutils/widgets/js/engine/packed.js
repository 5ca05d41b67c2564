// Numbers that travel with a page as text.

/**
 * Whole numbers of 16 bits times a factor, as `annutils.network.compact` writes them.
 * @typedef {{ scale: number, int16: string }} Packed
 */

/** @param {string} base64 */
export function decodedBytes(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** @param {Packed} packed */
export function unpack({ scale, int16 }) {
  const view = new DataView(decodedBytes(int16).buffer);
  const count = view.byteLength / 2;
  return Float64Array.from(
    { length: count },
    (_, k) => scale * view.getInt16(2 * k, true),
  );
}
