// The perceptron's learning rule in the plane, one sample at a time.

export const PRESETS = {
  separable: [
    ...[[0.8, 1.4, 1], [-1.2, 0.6, 0], [1.5, 0.3, 1], [-0.6, -0.9, 0]],
    ...[[0.2, 0.7, 1], [-1.5, -0.7, 0], [1.3, -0.6, 1], [0.3, -1.5, 0]],
  ],
  narrow: [
    ...[[-1.4, -0.4, 1], [-1.2, -0.9, 0], [-0.3, 0.5, 1], [-0.1, 0.1, 0]],
    ...[[0.6, 1.1, 1], [0.8, 0.7, 0], [1.4, 1.8, 1], [1.5, 1.2, 0]],
  ],
  and: [[-1, -1, 0], [-1, 1, 0], [1, -1, 0], [1, 1, 1]],
  xor: [[-1, -1, 0], [-1, 1, 1], [1, -1, 1], [1, 1, 0]],
};

/** Sums of decimals without their rounding errors; 0 has no sign. */
const exact = (value) => Number(value.toFixed(9)) + 0;

export class Perceptron {
  constructor(rate = 1) {
    this.rate = rate;
    this.rewind();
  }

  /** Start again: all weights zero, the first sample next. */
  rewind() {
    Object.assign(this, { w: [0, 0], b: 0, epoch: 0, updates: 0 });
    this.forget();
  }

  /** The points are others now: begin the epoch anew and forget what was found. */
  forget() {
    Object.assign(this, { next: 0, wrong: 0, solved: false, cycle: 0 });
    this.seen = new Map([[this.state, this.epoch]]);
  }

  /** All parameters, as a text that can be compared. */
  get state() {
    return [...this.w, this.b].join();
  }

  /** The pre-activation z = w . x + b. */
  z([x, y]) {
    return exact(this.w[0] * x + this.w[1] * y + this.b);
  }

  /** The class that it predicts: 1 where z is at least 0. */
  predict(point) {
    return this.z(point) >= 0 ? 1 : 0;
  }

  /** How many of the points [x, y, label] it gets wrong. */
  mistakes(points) {
    return points.filter((point) => this.predict(point) !== point[2]).length;
  }

  /**
   * Look at the next sample and, if it is predicted wrong, update.
   * @returns {{index: number, z: number, error: number}} error is 0, or 1 or -1
   */
  step(points) {
    const index = this.next % points.length;
    const [x, y, label] = points[index];
    const z = this.z(points[index]);
    const error = label - (z >= 0 ? 1 : 0);
    if (error) {
      this.w = [x, y].map((value, k) => exact(this.w[k] + this.rate * error * value));
      this.b = exact(this.b + this.rate * error);
      this.updates += 1;
      this.wrong += 1;
    }
    this.next = index + 1;
    if (this.next === points.length) this.endEpoch();
    return { index, z, error };
  }

  /** An epoch without mistake is the last; weights that come back come back for ever. */
  endEpoch() {
    this.next = 0;
    this.epoch += 1;
    this.solved = this.wrong === 0;
    this.wrong = 0;
    const { state, seen } = this;
    if (!this.solved && seen.has(state)) this.cycle = this.epoch - seen.get(state);
    seen.set(state, this.epoch);
  }
}
