// Help and sentences of the figure of the posterior.

import {
  counted,
  inFormula,
  minus,
  rounded,
  written,
} from "../../engine/number_text.js";
import { crossings, valueAt } from "./model.js";

/** @import { Classes, Parabola } from "./model.js" */

const NAMES = ["Blue", "Orange"];

export const HELP = {
  top: "Drag it sideways: the center μ of this class. Up or down: its share of all samples. Or use the arrow keys.",
  flank: "Drag it sideways, or use the arrow keys: the spread s of this class.",
  guess:
    "Say how the curve goes on, and see it. It is uncovered by moving a bell, too.",
  again: "Sets the first bells, and covers the curve again.",
};

export const QUESTION = "Predict who has more, far to the right:";
export const GUESSES = { blue: "blue", orange: "orange", alike: "both alike" };
export const COVERED = "So far, the curve might be an S.";
export const SIGN = "z > 0 where orange has more, z < 0 where blue has.";

/** With three decimals at most. @param {number} value */
export const brief = (value) => minus(rounded(value, 3));

/** The wider class, and the other one, in words. @param {Parabola} z */
const byWidth = ({ a }) => (a < 0 ? NAMES : [...NAMES].reverse());

/** Who has the larger share far out, to both sides. @param {Parabola} z */
export const winner = (z) => byWidth(z)[0].toLowerCase();

/**
 * What became of the guess.
 * @param {string} guess
 * @param {Parabola} z
 * @param {number} x far to the right
 */
export function verdict(guess, z, x) {
  const [wide, narrow] = byWidth(z).map((name) => name.toLowerCase());
  const value = valueAt(z, x);
  const times = counted(Math.exp(Math.abs(value)));
  const end =
    `At x\u00a0=\u00a0${x}, z is ${written(value)}: ` +
    `${wide} is ${times} times as high. Now make both spreads equal.`;
  if (guess === wide) return `Right: wide ${wide} sinks more slowly. ${end}`;
  const both = guess === "alike" ? "Both sink, but narrow" : "Narrow";
  return `Not ${guess}: ${wide}. ${both} ${narrow} sinks faster. ${end}`;
}

/**
 * What the bells make of the curve.
 * @param {Classes} classes
 * @param {Parabola} z
 * @param {number} reach of what is drawn, to either side
 */
export function sentence({ mu, s, share }, z, reach) {
  if (s[0] !== s[1]) return bent(z, reach);
  if (mu[0] === mu[1]) {
    return "Two bells in one place: x says nothing about the class.";
  }
  if (share !== 0.5) {
    const far = Math.log(share / (1 - share)) / z.w;
    const way = `${written(Math.abs(far))} to the ${far > 0 ? "left" : "right"}`;
    return `Still an S: unequal shares only shift it, by ${way}.`;
  }
  return "Equal spreads: x² is gone. z is a straight line, and only then is σ(z) an S.";
}

/**
 * Which class has the larger share where the spreads differ.
 * @param {Parabola} z
 * @param {number} reach of what is drawn, to either side
 */
function bent(z, reach) {
  const [wide, narrow] = byWidth(z);
  const found = crossings(z);
  const places = found.map((x) => minus(rounded(x, 1)));
  const off = places.filter((_, k) => Math.abs(found[k]) > reach);
  if (off.length === 1) {
    return `Nearly an S, but z still bends: beyond x\u00a0=\u00a0${off[0]}, off the picture, ${wide.toLowerCase()} wins again, as it is wider.`;
  }
  const who =
    places.length < 2
      ? `${wide} wins everywhere`
      : `${narrow} wins only from ${places.join(" to ")}; else ${wide.toLowerCase()}`;
  return `No S: z bends back, and σ(z) with it. ${who}, as it is wider.`;
}

/**
 * The weighted sum, with x² as long as it is there.
 * @param {Parabola} z
 */
export function formula({ a, w, b }) {
  const factors = [a, w, b].map((each) => rounded(each, 3));
  const terms = factors.flatMap((factor, k) => {
    if (!factor) return [];
    const size = Math.abs(factor);
    const power = ["x²", "x", ""][k];
    const text = size === 1 && power ? power : `${size}${power}`;
    return [`${factor < 0 ? "−" : "+"} ${text}`];
  });
  const sum = terms.join(" ").replace(/^\+ /, "").replace(/^− /, "−");
  return sum || "0";
}

/**
 * Where its factors come from, in numbers.
 * @param {Classes} classes
 * @param {Parabola} z
 */
export function factors({ mu, s, share }, z) {
  if (s[0] !== s[1]) {
    return [`coefficient of x²: (1/s₀² − 1/s₁²)/2 = ${brief(z.a)}`];
  }
  const [m0, m1] = mu.map(brief);
  const odds = share === 0.5 ? "" : ` + log(${brief(share)}/${brief(1 - share)})`;
  return [
    `w = (μ₁ − μ₀)/s² = (${m1} − ${inFormula(m0)})/${brief(s[0])}² = ${brief(z.w)}`,
    `b = (μ₀² − μ₁²)/(2s²)${odds} = ${brief(z.b)}`,
  ];
}
