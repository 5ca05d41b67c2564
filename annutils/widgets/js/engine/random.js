// Random numbers from a seed: the same in every browser, and for every reader.

/** A generator of its own; two of them never disturb each other. */
export class Random {
  /** The second of two normal numbers, if it was not taken yet. @type {number | null} */
  spare = null;

  /** @param {number} seed a whole number, 0 or more; the sequences of neighbors lie far apart */
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** Uniform in [0, 1): a Weyl sequence, scrambled by the finalizer of MurmurHash3. */
  uniform() {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller 1958). */
  normal() {
    if (this.spare !== null) {
      const value = this.spare;
      this.spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /**
   * Shuffle an array in place (Fisher and Yates) and return it.
   * @template {{ length: number, [index: number]: any }} T
   * @param {T} array
   */
  shuffle(array) {
    for (let i = array.length - 1; i > 0; i--) {
      const j = Math.floor(this.uniform() * (i + 1));
      [array[i], array[j]] = [array[j], array[i]];
    }
    return array;
  }
}
