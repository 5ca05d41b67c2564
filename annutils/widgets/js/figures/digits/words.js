// Help and status of the figure of the digits.

import { percent, written } from "../../engine/number_text.js";

export const HELP = {
  sheet:
    "Draw or erase with mouse, finger or pen. By keyboard, the arrow keys move a pen, with " +
    "Shift in larger steps; the space bar puts it down and lifts it. With Move, drag the " +
    "ink, or use the arrow keys, pixel by pixel.",
  undo: "Take the last stroke or step back, or what was put on the sheet.",
  clear: "An empty sheet.",
  show: "What is on the sheet: a scribble, a digit drawn with simple strokes, or an image of MNIST, with what it is.",
  tool: "What the pen does: draw, erase, or move all the ink.",
  answers:
    "The network's ten probabilities; the mark on a bar is where it was before the last " +
    "stroke. Touch an answer: orange ink speaks for it rather than for the most probable " +
    "other one, blue ink for that one, gray ink for neither; hatched ink is erased. " +
    "A pixel weighs what it adds to the difference of the two sums: its ink times the " +
    "gradient. Biases do the rest; empty paper adds nothing.",
  guess: "Say what you think, or go on without a guess.",
  updates: "How many updates of its weights the network has behind it.",
};

/** What it may say before it has learned. */
export const BEFORE = {
  unsure: "“I don’t know”",
  right: "the right digit",
  wrong: "some other digit",
};

/**
 * What is said of a guess.
 * @param {string} guess
 * @param {boolean} right whether it says what was written
 */
export function before(guess, right) {
  /** @type {Record<string, string>} */
  const said = {
    unsure: "It cannot say that: its ten shares always add up to 1.",
    right: right ? "" : "By chance, it is right one time in ten.",
    wrong: right ? "" : "As you said: it has to say one of ten.",
  };
  return said[guess];
}

/** How much ink must go until the answer turns. @type {Record<string, string>} */
export const INK = { little: "a fiftieth", some: "a tenth", much: "half of it" };

/**
 * How much ink is gone, and what was guessed.
 * @param {number} gone share of the ink
 * @param {boolean} turned whether the answer is another one
 * @param {string} guess
 */
export function needed(gone, turned, guess) {
  if (!turned || !(guess in INK)) return `${share(gone)} of the ink is gone.`;
  const took = gone < 0.05 ? "little" : gone < 0.25 ? "some" : "much";
  return took === guess
    ? `As you guessed: it took ${share(gone)} of the ink.`
    : `It took ${share(gone)} of the ink, not ${INK[guess]}: where it lies counts more than how much.`;
}

/**
 * A probability as readers say it: none is 0 or 1.
 * @param {number} p
 */
export function share(p) {
  if (p >= 0.995) return ">99%";
  return p < 0.005 ? "<1%" : percent(p);
}

/** @param {number} digit */
const article = (digit) => (digit === 8 ? "an" : "a");
/** @param {number} digit */
const named = (digit) => `${article(digit)} ${digit}`;

/**
 * What to ask, and what to do, in this state.
 * @param {object} state
 * @param {number} state.answer -1 on an empty sheet
 * @param {boolean} state.right whether that was written, and all of it is there
 * @param {boolean} state.untrained
 * @param {string} state.tool
 * @param {boolean} state.asks whether a guess is asked for
 * @param {boolean} state.turned whether an eraser has turned it
 * @param {boolean} state.own whether the ink is the reader's
 */
export function asked({ answer, asks, right, untrained, tool, turned, own }) {
  if (asks) return ["What will it say?", "Guess, or press Clear and draw a digit."];
  if (answer < 0) return ["What will it say?", "Draw a digit."];
  if (untrained)
    return [
      "What does it say before training?",
      "Now let it learn: press more Updates.",
    ];
  if (right && tool === "draw" && !own)
    return ["What will it say to your digit?", "Press Clear and draw one."];
  if (turned)
    return [`Why does it say ${answer}?`, "Press Undo: can less ink turn it?"];
  const question = right
    ? `What would make it say something else than ${answer}?`
    : `Why does it say ${answer}?`;
  return [question, HINTS[tool]];
}

/** @type {Record<string, string>} */
const HINTS = {
  draw: "Touch an answer to see why, or press Clear and draw a digit.",
  erase: "Erase ink until the answer turns, or press Clear and draw a digit.",
  move: "Move the ink until the answer turns.",
};

/**
 * What the network says, and whether that is so.
 * @param {object} state
 * @param {number} state.answer
 * @param {number} state.probability
 * @param {number} state.first what it said last, if it was something else
 * @param {number | null} state.truth what somebody wrote, if it is known
 * @param {boolean} state.erased whether some of that is gone
 * @param {boolean} state.untrained
 * @param {string} [state.earlier] after how many updates, if it has learned on since
 */
export function reading(state) {
  const { answer, probability, first, truth, erased, untrained, earlier } = state;
  const now = `${named(answer)}, with ${share(probability)}`;
  const turned = first !== answer && first >= 0;
  const right = truth === answer && !erased;
  if (untrained && right) return `It guesses ${now}: right by chance.`;
  const changed = turned ? `It said ${named(first)}; now it says` : "It says";
  const said = earlier ? `After ${earlier} updates it says` : changed;
  const says = `${untrained ? "It guesses" : said} ${now}.`;
  if (truth === null) return says;
  if (erased) return `${says} ${capital(named(truth))} was written.`;
  return right ? `${says} Right.` : `${says} It is ${named(truth)}.`;
}

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * A written digit in a list: several of a kind are numbered, and what is misread is said.
 * @param {number} label
 * @param {number} count which of its kind it is
 * @param {number} read as what
 */
export function listed(label, count, read) {
  const name = `A written ${label}${count > 1 ? `, no. ${count}` : ""}`;
  return read === label ? name : `${name}: read as ${read}`;
}

/**
 * The most probable of the other answers.
 * @param {ArrayLike<number>} probabilities
 * @param {number} answer
 */
export function rivalOf(probabilities, answer) {
  const others = Array.from(probabilities, (p, k) => (k === answer ? -1 : p));
  return others.indexOf(Math.max(...others));
}

/**
 * Which ink weighs more: that for an answer, or that for its rival.
 * @param {string} answer
 * @param {number} rival
 * @param {Float64Array} reasons of each pixel
 */
export function balance(answer, rival, reasons) {
  let [pro, con] = [0, 0];
  for (const reason of reasons) {
    if (reason > 0) pro += reason;
    else con -= reason;
  }
  const [ink, other] =
    pro < con
      ? [`Blue ink, for ${rival},`, "orange ink"]
      : [`Orange ink, for ${answer},`, "blue ink"];
  const times = Math.max(pro, con) / Math.min(pro, con);
  if (!(times < 100)) return "";
  return times < 1.05
    ? `${ink} weighs about as much as ${other}.`
    : `${ink} outweighs ${other}, ${written(times, 1)} to 1.`;
}
