// Networks to choose from, by units and points: a table of radio buttons, each with both
// parts of its error once its ten training sets were seen.

import { h, s, set } from "../../parts/dom.js";
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

/** @param {object} look */
const sample = (look) =>
  s(
    "svg",
    { width: 12, height: 12, "aria-hidden": "true" },
    s("rect", { ...look, width: 12, height: 12 }),
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
    /** What each cell shows. @type {Map<Ten, HTMLElement>} */
    this.shown = new Map();
    const cell = (/** @type {Ten} */ ten) => {
      const shown = h("div", { style: { flex: "1" } });
      this.shown.set(ten, shown);
      const checked = ten === chosen;
      const settings = { group: "cell", checked, choose: () => choose(ten), help };
      return radio(settings, shown);
    };
    this.element = h(
      "fieldset",
      { class: "tools", style: TABLE },
      h(
        "legend",
        { style: TITLE },
        "squared distance from the truth, averaged over new points = ",
        sample(BIAS),
        " bias² + ",
        sample(SPREAD),
        " variance",
      ),
      h("span"),
      Object.values(SAMPLES).map((name) => heading(name, "center")),
      Object.entries(UNITS).flatMap(([units, name]) => [
        heading(name, "right"),
        ...tens.filter((ten) => String(ten.units) === units).map(cell),
      ]),
    );
  }

  /** @param {Set<Ten>} known those whose ten training sets were seen */
  draw(known) {
    for (const [ten, shown] of this.shown) {
      const found = known.has(ten) ? sumOf(ten) : "?";
      set(/** @type {HTMLElement} */ (shown.previousElementSibling), {
        "aria-label": `${nameOf(ten)}: ${found === "?" ? "not known" : found}`,
      });
      shown.replaceChildren(...(found === "?" ? [] : [this.bar(ten)]), found);
    }
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
