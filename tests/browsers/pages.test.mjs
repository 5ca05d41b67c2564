/** Pages of the built site in Firefox and WebKit, from disk, as a reader may open them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

import { ENGINES } from "./engines.mjs";

const SITE = "_build/html";
const TENTHS = 600; // a guard, on a busy machine

const PAGES = readdirSync(join(SITE, "book"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".html"))
  .map((name) => ({
    name: `book/${name}`,
    text: readFileSync(join(SITE, "book", name), "utf8"),
  }));

/** The first page of each figure. */
const FIGURES = new Map(
  PAGES.flatMap(({ name, text }) =>
    [...text.matchAll(/<(ann-[a-z]+)[ >]/g)].map(
      ([, tag]) => /** @type {const} */ ([tag, name]),
    ),
  ).reverse(),
);
const FORMULAS = PAGES.find(({ text }) => /<mover/.test(text))?.name;
const FOLDS = PAGES.find(({ text }) => /<details/.test(text))?.name;

/** Of a figure, what is pressed, moved by keys and dragged, where it has them. */
const CONTROLS = {
  button: "button:enabled",
  keys: "[type=range]:enabled, [role=slider]",
  drag: "[role=slider], canvas.pad",
};

/** @param {string} name */
const address = (name) => pathToFileURL(join(SITE, name)).href;

for (const [engine, { open, lacks }] of Object.entries(ENGINES)) {
  describe(engine, { skip: lacks }, () => {
    /** @type {import("./engines.mjs").Page} */
    let page;
    before(async () => {
      page = await open();
    });
    after(async () => {
      await page?.close();
    });

    /**
     * Wait until an expression is true.
     * @param {string} code
     * @param {string} [name] what it says
     */
    async function until(code, name = code) {
      for (let tenth = 0; tenth < TENTHS; tenth += 1) {
        if (await page.evaluate(code)) return;
        await sleep(100);
      }
      assert.fail(`Expected ${name} to become true, but it did not.`);
    }

    for (const [tag, name] of FIGURES) {
      test(`${tag} answers keys and mouse`, async (t) => {
        await page.visit(address(name));
        // WebKit tells a page alone what went wrong in it.
        await page.evaluate(
          `(window.errors = []) && (window.onerror = (what) => void errors.push(what)) && 1`,
        );
        const figure = `document.querySelector("${tag}")`;
        const root = `${figure}.shadowRoot`;
        await page.evaluate(
          `${figure}.closest("details")?.setAttribute("open", "") ?? true`,
        );
        await page.evaluate(`${figure}.scrollIntoView() ?? true`);
        await until(`!!${root}?.querySelector(".built")`);
        // Text, and what is drawn: attributes of an SVG, pixels of a canvas.
        const seen = `${root}.querySelector(".built").textContent
          + [...${root}.querySelectorAll("svg")].map((part) => part.innerHTML)
          + [...${root}.querySelectorAll("canvas")].map((part) => part.toDataURL())`;
        /** @param {string} kind */
        const shown = (kind) => `[...${root}.querySelectorAll("${kind}")].find(
          (part) => part.checkVisibility() && part.getBoundingClientRect().width)`;

        /**
         * What is done to a control shows.
         * @param {keyof CONTROLS} what
         * @param {() => Promise<void>} act
         */
        async function shows(what, act) {
          const control = shown(CONTROLS[what]);
          if (!(await page.evaluate(`!!${control}`))) return;
          t.diagnostic(what);
          await page.evaluate(
            `((part) => part.scrollIntoView({ block: "center" }) ?? part.focus() ?? true)(
              ${control})`,
          );
          await page.evaluate(`(window.before = ${seen}) && 1`);
          await act();
          await until(`(${seen}) !== before`, `another look of ${tag} by ${what}`);
        }

        await shows("keys", async () => {
          const ended = `((part) => (part.max ?? part.getAttribute("aria-valuemax"))
            === (part.value ?? part.getAttribute("aria-valuenow")))(
            ${shown(CONTROLS.keys)})`;
          await page.press((await page.evaluate(ended)) ? "ArrowLeft" : "ArrowRight");
        });
        await shows("drag", async () => {
          const [x, y] = await page.evaluate(
            `((part) => {
              const box = (part.querySelector(".ring") ?? part).getBoundingClientRect();
              return [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
            })(${shown(CONTROLS.drag)})`,
          );
          await page.drag([x, y], [x + 60, y + 30]);
        });
        await shows("button", () =>
          page.evaluate(`${shown(CONTROLS.button)}.click() ?? true`),
        );
        assert.deepEqual([...page.errors, ...(await page.evaluate("errors"))], []);
      });
    }

    test("a hat stands just above its letter", {
      skip: !FORMULAS && "no formula has one",
    }, async () => {
      await page.visit(address(/** @type {string} */ (FORMULAS)));
      // A hat's ink stands in the upper part of its box where that is as high as a line.
      const gaps = await page.evaluate(
        `[...document.querySelectorAll("mover")].map(({ children: [letter, hat] }) => {
          const [below, above] = [letter, hat].map((part) => part.getBoundingClientRect());
          const size = parseFloat(getComputedStyle(letter).fontSize);
          return (below.top - (above.top + Math.min(above.height, 0.3 * size))) / size;
        })`,
      );
      assert.ok(gaps.length > 0);
      for (const gap of gaps)
        assert.ok(Math.abs(gap) < 0.3, `${gap} of the letter's size`);
    });

    test("formulas are drawn as formulas", {
      skip: !FORMULAS && "no page has one",
    }, async () => {
      await page.visit(address(/** @type {string} */ (FORMULAS)));
      const indices = await page.evaluate(
        `[...document.querySelectorAll("msub")].map(({ children: [letter, index] }) => {
          const [at, below] = [letter, index].map((part) => part.getBoundingClientRect());
          const sizes = [letter, index].map((part) => parseFloat(getComputedStyle(part).fontSize));
          return [below.bottom > at.bottom, below.left >= at.left, sizes[1] < sizes[0]];
        })`,
      );
      assert.ok(indices.length > 0);
      for (const places of indices) assert.deepEqual(places, [true, true, true]);
    });

    test("a fold opens", { skip: !FOLDS && "no page has one" }, async () => {
      await page.visit(address(/** @type {string} */ (FOLDS)));
      const fold = `document.querySelector("article details")`;
      const height = await page.evaluate(`${fold}.offsetHeight`);
      await page.evaluate(`${fold}.querySelector("summary").click() ?? true`);
      await until(`${fold}.open && ${fold}.offsetHeight > ${height}`);
    });

    test("what a reference leads to is shown in place", async () => {
      await page.visit(address(/** @type {string} */ (FORMULAS)));
      await page.evaluate(
        `document.querySelector(".bd-article a.reference.internal").dispatchEvent(
          new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }),
        )`,
      );
      await until(`document.querySelector(".preview")?.offsetHeight > 0`);
    });

    test("the search finds", async () => {
      await page.visit(address(/** @type {string} */ (FOLDS)));
      await page.evaluate(`document.querySelector("[data-search]").click() ?? true`);
      await until(`!!document.querySelector("dialog.search")?.open`);
      await page.evaluate(
        `((field) => {
          field.value = "neuron";
          return field.dispatchEvent(new Event("input", { bubbles: true }));
        })(document.querySelector("dialog.search input"))`,
      );
      await until(`document.querySelectorAll(".search-results a").length > 0`);
    });
  });
}
