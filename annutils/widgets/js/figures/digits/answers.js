// The ten answers, each a bar to touch, and what they were before the last stroke.

import { h } from "../../parts/dom.js";
import { choices, radio } from "../../parts/radio.js";
import { share } from "./words.js";

/** @import { Properties } from "../../parts/dom.js" */

const CHANGED = 0.005; // what can be seen

export class Answers {
  /**
   * @param {string} chosen the answer whose reasons are shown, or "none"
   * @param {(answer: string) => void} choose
   * @param {Properties} help
   */
  constructor(chosen, choose, help) {
    const pick = (/** @type {string} */ name) => ({
      group: "why",
      checked: name === chosen,
      choose: () => choose(name),
      help,
      look: "answer",
    });
    this.rows = Array.from({ length: 10 }, (_, k) => {
      const [bar, before, value] = [h("i"), h("u"), h("b")];
      const element = radio(
        pick(String(k)),
        h("span", {}, String(k)),
        h("s", {}, bar, before),
        value,
      );
      return { bar, before, value, element };
    });
    this.plain = radio(pick("none"), h("span", {}, "Colors off"));
    const rows = this.rows.map(({ element }) => element);
    this.element = choices("Touch an answer", "answers", [this.plain, ...rows]);
  }

  /** Show that no answer is chosen. */
  forget() {
    check(this.plain);
  }

  /** Show that one is chosen. @param {number} answer */
  choose(answer) {
    check(this.rows[answer].element);
  }

  /**
   * @param {ArrayLike<number>} probabilities
   * @param {ArrayLike<number>} earlier those before the last stroke
   * @param {number} answer the one that it gives, or -1
   */
  draw(probabilities, earlier, answer) {
    this.rows.forEach(({ bar, before, value, element }, k) => {
      bar.style.width = `${100 * probabilities[k]}%`;
      before.style.left = `${100 * earlier[k]}%`;
      before.hidden = Math.abs(earlier[k] - probabilities[k]) < CHANGED;
      value.textContent = answer < 0 ? "–" : share(probabilities[k]);
      element.classList.toggle("given", k === answer);
    });
  }
}

/** @param {HTMLElement} choice */
function check(choice) {
  const input = choice.querySelector("input");
  if (input) input.checked = true;
}
