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
    "other one, blue ink for that one, gray ink for neither; hatched is where ink was. " +
    "A pixel weighs its ink times the gradient of the difference of the two sums. The " +
    "biases add the rest.",
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
    right: right
      ? ""
      : "Not the right one: it has to say one of ten, and knows none yet.",
    wrong: right ? "" : "As you said: it has to say one of ten.",
  };
  return said[guess];
}

/** How much ink must go until the answer turns. @type {Record<string, string>} */
export const INK = {
  little: "under a tenth",
  some: "a quarter",
  much: "half",
};
const KINDS = Object.keys(INK);
const AS_MUCH = 0.7; // of the least ink that turned the answer: about as much

/**
 * How much ink is gone, and what was guessed.
 * @param {object} state
 * @param {number} state.gone share of the ink
 * @param {number} state.took the share that turned the answer, or 0
 * @param {string} state.guess
 * @param {number} state.least the least share that has turned it so far, or 0
 * @param {number} state.answer
 */
export function needed({ gone, took, guess, least, answer }) {
  if (!took && least && gone >= AS_MUCH * least)
    return `${share(gone)} is gone, and still ${named(answer)}: what counts is which ink.`;
  const record =
    least && share(least) !== share(took) ? ` Your least: ${share(least)}.` : "";
  if (!took) return `${share(gone)} of the ink is gone.${record}`;
  const needs = took < 0.1 ? "little" : took < 0.4 ? "some" : "much";
  const [said, was] = [guess, needs].map((kind) => KINDS.indexOf(kind));
  const enough = `${share(took)} of the ink was enough.`;
  if (said < 0) return enough + record;
  if (said === was) return `As you guessed: ${enough}${record}`;
  return said > was
    ? `You guessed ${INK[guess]}; ${enough}${record}`
    : `You guessed ${INK[guess]}; it took ${share(took)} there.${record}`;
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
 * @param {boolean} state.asks whether the answers wait for a guess
 * @param {boolean} state.waits whether a guess of the ink could be made
 * @param {boolean} state.draws whether the reader should draw a digit now
 * @param {boolean} state.right whether that was written, and all of it is there
 * @param {number} state.updates
 * @param {number} state.next how many the next stage has, or 0
 * @param {string} state.tool
 * @param {number} state.moved how many pixels the ink was moved
 * @param {number} state.home the answer to the ink where that was
 * @param {number} state.first the answer to the whole ink
 * @param {boolean} state.turned whether an eraser has turned it
 * @param {number} state.gone how much ink is
 * @param {number} state.least the least share that has turned it so far, or 0
 * @param {string} state.why the answer whose reasons are shown, or "none"
 * @param {number} state.rival of that
 */
export function asked(state) {
  const { answer, asks, waits, draws, right, next, moved, turned, least } = state;
  const { updates, home, first, gone, why, rival, tool } = state;
  if (asks) return ["What will it say?", "Guess, then see."];
  if (answer < 0) return ["What will it say?", "Draw a digit."];
  if (next) {
    const more = next.toLocaleString("en");
    return updates
      ? [`What did ${updates} updates teach it?`, `Let it learn on: press ${more}.`]
      : ["What does it say untrained?", `Now let it learn: press ${more}.`];
  }
  const question = `Why does it say ${answer}?`;
  if (moved) {
    const way = moved > 1 ? `${moved} pixels` : "one pixel";
    return answer === home
      ? ["How far can it be moved?", `Still ${named(answer)} after ${way}. Move it on.`]
      : [question, `${capital(way)} turned it. Move it back: how few do?`];
  }
  /**
   * How to find the ink that speaks for an answer.
   * @param {number} one
   */
  const color = (one) => (why === String(one) ? "orange" : one === rival ? "blue" : "");
  if (turned) {
    const ink = color(answer);
    return [
      question,
      why === "none" || !ink
        ? `Press Undo, then touch ${first}.`
        : `Press Undo, then erase as much ${ink} ink: what will it say?`,
    ];
  }
  const [own, other] =
    why === "none" ? ["", ""] : [color(answer), opposite(color(answer))];
  if (least)
    return gone >= AS_MUCH * least
      ? [
          "Does it matter which ink goes?",
          `Press Undo: can less than ${share(least)} turn it?`,
        ]
      : [
          "Does it matter which ink goes?",
          other
            ? `Now erase as much ${other} ink: what will it say?`
            : `Touch ${answer}, then erase as much blue ink: what will it say?`,
        ];
  if (draws) return ["What will it say to your digit?", "Press Clear and draw one."];
  if (waits && !own)
    return [
      `How much ink makes it say ${answer}?`,
      "Guess, then erase until the answer turns.",
    ];
  if (tool === "erase" && own)
    return [question, `Erase the darkest ${own} until the answer turns.`];
  return [
    right ? "What would change its mind?" : question,
    tool === "move"
      ? "Move the ink until the answer turns."
      : `Touch ${answer} to see which ink speaks for it${tool === "erase" ? ", then erase that" : ""}.`,
  ];
}

/** @type {Record<string, string>} */
const OTHER = { orange: "blue", blue: "orange" };
/** @param {string} color */
const opposite = (color) => OTHER[color] ?? "";

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
  const times = Math.max(pro, con) / Math.min(pro, con);
  if (!(times < 100)) return "";
  if (times < 1.05) return "Orange and blue ink weigh about the same: biases decide.";
  const [ink, other] =
    pro < con
      ? [`Blue ink, for ${rival},`, "orange ink"]
      : [`Orange ink, for ${answer},`, "blue ink"];
  return `${ink} outweighs ${other}, ${written(times, 1)} to 1.`;
}
