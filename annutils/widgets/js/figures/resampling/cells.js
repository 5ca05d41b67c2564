// Networks to choose from, by units and points: a table of radio buttons, each with both
// parts of its error.

import { h, s } from "../../parts/dom.js";
import { AXIS, INK, TINT } from "../../parts/palette.js";
import { radio } from "../../parts/radio.js";
import { nameOf, SAMPLES, sumOf, UNITS } from "./words.js";

/**
 * @import { Properties } from "../../parts/dom.js"
 * @import { Ten } from "./model.js"
 */

const BIAS = { fill: INK };
const SPREAD = { fill: TINT, stroke: AXIS };
const TABLE = {
  display: "grid",
  gridTemplateColumns: "auto repeat(3, minmax(0, 1fr))",
  alignItems: "center",
  columnGap: "0.4rem",
};
const TITLE = { gridColumn: "1 / -1" };
const KEY = { display: "inline-block", marginRight: "1.2em" };

/**
 * Which part of a bar is which.
 * @param {object} look
 * @param {string} words
 */
const key = (look, words) =>
  h(
    "span",
    { style: KEY },
    s(
      "svg",
      { width: 12, height: 12, "aria-hidden": "true" },
      s("rect", { ...look, width: 12, height: 12 }),
    ),
    ` ${words}`,
  );

/** @param {string} text @param {string} textAlign */
const heading = (text, textAlign) =>
  h("div", { "aria-hidden": "true", style: { textAlign } }, text);

export class Cells {
  /**
   * @param {Ten[]} tens
   * @param {Ten} chosen
   * @param {(ten: Ten) => void} choose
   * @param {Properties} help
   */
  constructor(tens, chosen, choose, help) {
    this.most = Math.max(...tens.map(({ bias2, variance }) => bias2 + variance));
    /** The button of each. @type {Map<Ten, HTMLInputElement>} */
    this.inputs = new Map();
    const cell = (/** @type {Ten} */ ten) => {
      const settings = { group: "cell", checked: ten === chosen, help };
      const shown = h("div", { style: { flex: "1" } }, this.bar(ten), sumOf(ten));
      const label = radio({ ...settings, choose: () => choose(ten) }, shown);
      const input = /** @type {HTMLInputElement} */ (label.firstElementChild);
      input.setAttribute("aria-label", `${nameOf(ten)}: ${sumOf(ten)}`);
      this.inputs.set(ten, input);
      return label;
    };
    this.element = h(
      "fieldset",
      { class: "tools", style: TABLE },
      h(
        "legend",
        { style: TITLE },
        h("div", {}, "Error = bias² + variance, on average over new points:"),
        key(BIAS, "offset² = bias²"),
        key(SPREAD, "spread² = variance"),
      ),
      h("span"),
      Object.values(SAMPLES).map((name) => heading(name, "center")),
      Object.entries(UNITS).flatMap(([units, name]) => [
        heading(name, "right"),
        ...tens.filter((ten) => String(ten.units) === units).map(cell),
      ]),
    );
  }

  /** @param {Ten} ten */
  input(ten) {
    return /** @type {HTMLInputElement} */ (this.inputs.get(ten));
  }

  /** Show which is chosen, by whatever control. @param {Ten} ten */
  draw(ten) {
    this.input(ten).checked = true;
  }

  /** Where the keyboard goes on. @param {Ten} ten */
  focus(ten) {
    this.input(ten).focus({ preventScroll: true });
  }

  /** Both parts, end to end. @param {Ten} ten */
  bar({ bias2, variance }) {
    const [bias, spread] = [bias2, variance].map(
      (part) => (100 * Math.max(0, part)) / this.most,
    );
    const size = { height: "100%" };
    return s(
      "svg",
      { style: { display: "block", width: "100%", height: "12px" } },
      s("rect", { ...BIAS, ...size, width: `${bias}%` }),
      s("rect", { ...SPREAD, ...size, x: `${bias}%`, width: `${spread}%` }),
    );
  }
}
