// What all figures share, on a page that a test moves.

import assert from "node:assert/strict";
import test from "node:test";

import { page } from "../page.mjs";

const js = "../../../annutils/widgets/js";
const { choice, number } = await import(`${js}/engine/options.js`);
const { h } = await import(`${js}/parts/dom.js`);
const { define, Figure } = await import(`${js}/parts/figure.js`);
const { RunningFigure } = await import(`${js}/parts/running_figure.js`);
const { isDark, watchTheme } = await import(`${js}/parts/theme.js`);
const { Ticker } = await import(`${js}/parts/ticker.js`);

class Example extends Figure {
  static title = "What does an example show?";
  static hint = "Move the slider.";
  static options = {
    rate: number(1, [0, 1, 2]),
    data: choice("xor", { xor: "XOR", and: "AND" }),
  };
  updates = 0;
  build() {
    this.controls = ["rate", "data"].map((key) =>
      this.control(key, key, `Help of ${key}`),
    );
    return [h("div", {}, this.controls)];
  }
  update() {
    this.updates += 1;
  }
}

function built(attributes = {}, Kind = Example) {
  const figure = new Kind();
  for (const [name, text] of Object.entries(attributes))
    figure.setAttribute(name, text);
  figure.connectedCallback();
  return figure;
}
const later = () => new Promise((done) => setTimeout(done, 5));

test("a figure is built when it comes into sight, once, and drawn in a task of its own", async () => {
  const figure = built({ rate: "2" });
  const sight = page.sights.at(-1);
  sight.work([{ isIntersecting: true }, { isIntersecting: false }]);
  assert.equal(figure.built, false);
  sight.work([{ isIntersecting: false }, { isIntersecting: true }]);
  assert.equal(figure.built, true);
  assert.equal(figure.updates, 0);
  await later();
  assert.equal(figure.updates, 1);
  const { stage } = figure;
  sight.work([{ isIntersecting: true }]);
  assert.equal(figure.stage, stage);
  const [question, hint, ...rest] = stage.children;
  assert.equal(stage.attributes["aria-labelledby"], question.attributes.id);
  assert.equal(question.textContent, "What does an example show?");
  assert.equal(hint.textContent, "Move the slider.");
  assert.deepEqual(figure.values, { rate: 2, data: "xor" });
  assert.deepEqual(rest.slice(1, 3), [figure.status, figure.complaint]);
});

test("nonsense in the attributes is answered", () => {
  const figure = built({ rate: "3", data: "or" });
  figure.construct();
  assert.equal(
    figure.complaint.textContent,
    'rate="3" is not a number from 0 to 2; using "1". data="or" is not one of xor, and; using "xor".',
  );
});

test("a control changes its setting, and the attribute follows", async () => {
  const figure = built();
  figure.construct();
  await later();
  const [rate, data] = figure.controls.map((label) => label.children[1]);
  rate.value = "2";
  rate.fire("input");
  data.value = "and";
  data.fire("change");
  assert.deepEqual(figure.values, { rate: 2, data: "and" });
  assert.deepEqual([figure.attributes.rate, figure.attributes.data], ["2", "and"]);
  assert.equal(figure.updates, 3);
  assert.equal(rate.attributes["aria-describedby"], "help-0");
  assert.equal(data.attributes["aria-describedby"], "help-1");
  assert.equal(figure.helpList.children[3].attributes.id, "help-1");
});

test("what the data do not hold is replaced and told, if it was asked for", () => {
  const figure = built({ rate: "1.5" });
  figure.construct();
  figure.useNearest("rate", 2);
  figure.useNearest("data", "and");
  assert.equal(figure.complaint.textContent, ' No rate="1.5" here; using "2".');
  figure.useNearest("rate", 2);
  assert.equal(figure.complaint.textContent.match(/No/g).length, 1);
  assert.deepEqual(figure.values, { rate: 2, data: "and" });
});

test("a figure that cannot be built says why, and leaves the picture", () => {
  class Broken extends Example {
    build() {
      return this.carried("it came without data");
    }
  }
  const figure = built({}, Broken);
  assert.throws(() => figure.construct(), /without data/);
  assert.equal(
    figure.stage.textContent,
    "This figure could not be built: it came without data",
  );
  assert.equal(figure.stage.classes.has("built"), false);
  figure.carriedScript = { textContent: '{"a": 1}' };
  assert.deepEqual(figure.carried(""), { a: 1 });
});

test("the status is shown at once and spoken after a while", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const figure = built();
  figure.construct();
  figure.showStatus("one");
  context.mock.timers.tick(1000);
  figure.showStatus("two");
  assert.deepEqual([figure.status.textContent, figure.live.textContent], ["two", ""]);
  context.mock.timers.tick(499);
  assert.equal(figure.live.textContent, "");
  context.mock.timers.tick(1);
  assert.equal(figure.live.textContent, "two");
  figure.showStatus("two");
  assert.equal(figure.unheard, null);
});

test("a named figure reads the address, and writes it when it is at rest", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  location.hash = "#here:rate=2";
  const figure = built();
  figure.id = "here";
  figure.construct();
  assert.equal(figure.values.rate, 2);
  figure.change("rate", 1);
  context.mock.timers.tick(299);
  figure.change("data", "and");
  context.mock.timers.tick(299);
  assert.equal(page.address, "");
  context.mock.timers.tick(1);
  assert.equal(page.address, "#here:data=and");
  figure.change("data", "xor");
  location.hash = "#here:rate=0";
  page.listeners.fire("hashchange");
  assert.equal(figure.values.rate, 0);
  assert.equal(figure.scrolled, true);
  figure.disconnectedCallback();
  context.mock.timers.tick(999);
  assert.equal(page.address, "#here:data=and");
  location.hash = "#here:rate=1";
  page.listeners.fire("hashchange");
  assert.equal(figure.values.rate, 0);
  location.hash = "";
});

test("a figure without a name has the label that the page gives it, or no address", () => {
  location.hash = "#fig-here:rate=2";
  const figure = built();
  assert.equal(figure.addressed, null);
  assert.equal(figure.projector(), null);
  figure.closest = (selector) => selector === "figure[id]" && { id: "fig-here" };
  figure.construct();
  assert.equal(figure.values.rate, 2);
  assert.equal(figure.address, "#fig-here:rate=2");
  location.hash = "";
});

test("an address shows a figure alone for a projector, and leads back", () => {
  const links = (figure) => figure.projector().children[0];
  location.hash = "#here:";
  location.href = "https://book.example/page.html#here:";
  const figure = built();
  figure.id = "here";
  figure.construct();
  assert.equal(figure.projected, false);
  const link = links(figure);
  assert.equal(link.attributes.href, "https://book.example/page.html?projector#here:");
  figure.change("rate", 0);
  link.fire("pointerenter");
  assert.match(link.attributes.href, /projector#here:rate=0$/);
  location.search = "?projector";
  location.href = "https://book.example/page.html?projector#here:rate=0";
  assert.equal(figure.projected, true);
  assert.equal(
    links(figure).attributes.href,
    "https://book.example/page.html#here:rate=0",
  );
  assert.equal(links(figure).textContent, "Back to the page");
  Object.assign(location, { hash: "", search: "", href: "" });
});

test("data beside the page are loaded when a figure is built, once", async () => {
  class Carrying extends Example {
    build() {
      this.got = this.carried("it came without data");
      return [];
    }
  }
  const figure = built({}, Carrying);
  figure.dataset.file = "figures/data.js";
  figure.construct();
  const script = document.head.children.at(-1);
  assert.equal(script.attributes.src, "figures/data.js");
  assert.equal(figure.got, undefined);
  script.fire("data", { detail: { a: 1 } });
  script.fire("load");
  await later();
  assert.deepEqual(figure.got, { a: 1 });
  assert.equal(document.head.children.includes(script), false);
  figure.rebuild();
  assert.deepEqual(figure.got, { a: 1 });
  const broken = built({}, Carrying);
  broken.dataset.file = "figures/none.js";
  broken.construct();
  document.head.children.at(-1).fire("error");
  await later();
  assert.match(broken.stage.textContent, /could not be loaded \(figures\/none\.js\)/);
});

test("arrow keys do not leave a figure, others do", () => {
  const { stage } = built();
  assert.equal(stage.fire("keydown", { key: "ArrowUp" }).stopped, true);
  assert.equal(stage.fire("keydown", { key: "a" }).stopped, false);
});

test("an element is defined once", () => {
  define("ann-example", Example);
  define("ann-example", Figure);
  assert.equal(page.defined.get("ann-example"), Example);
});

test("the theme is the site's, JupyterLab's, Colab's, or the system's, in this order", () => {
  const { body, documentElement: html } = document;
  const system = page.media["(prefers-color-scheme: dark)"];
  assert.equal(isDark(), false);
  system.matches = true;
  assert.equal(isDark(), true);
  html.setAttribute("theme", "light");
  assert.equal(isDark(), false);
  html.setAttribute("theme", "dark");
  assert.equal(isDark(), true);
  body.dataset.jpThemeLight = "true";
  assert.equal(isDark(), false);
  body.dataset.jpThemeLight = "false";
  assert.equal(isDark(), true);
  html.dataset.theme = "light";
  assert.equal(isDark(), false);
  html.dataset.theme = "dark";
  body.dataset.jpThemeLight = "true";
  assert.equal(isDark(), true);
  const told = [];
  const end = watchTheme((dark) => told.push(dark));
  html.dataset.theme = "light";
  page.observers.at(-1).work();
  system.fire("change");
  assert.deepEqual(told, [true, false, false]);
  assert.equal(page.observers.at(-1).watched.length, 2);
  end();
  system.fire("change");
  assert.equal(told.length, 3);
});

class Running extends RunningFigure {
  static pause = 100;
  steps = 0;
  rewound = 0;
  build() {
    return [this.makeRunButton("Run", "Go", true)];
  }
  advance() {
    this.steps += 1;
  }
  get ended() {
    return this.steps >= 3;
  }
  rewind() {
    this.rewound += 1;
    this.steps = 0;
  }
}

test("a run is paused, goes on, and ends by itself", () => {
  const figure = built({}, Running);
  figure.construct();
  page.frames.length = 0;
  const label = () => figure.runButton.textContent;
  figure.toggle();
  assert.deepEqual([label(), figure.running], ["Pause", true]);
  page.showFrame(1000);
  page.showFrame(1050); // too early
  assert.equal(figure.steps, 1);
  figure.toggle();
  assert.deepEqual([label(), page.showFrame(2000)], ["Run", 0]);
  figure.toggle();
  page.showFrame(2000);
  page.showFrame(2100);
  assert.deepEqual([label(), figure.steps, page.showFrame(3000)], ["Run", 3, 0]);
  assert.equal(figure.rewound, 0);
  figure.toggle(); // from the beginning again
  assert.deepEqual([label(), figure.running, figure.steps], ["Pause", true, 0]);
  assert.equal(figure.rewound, 1);
  figure.ticker.stop();
  figure.steps = 3;
  figure.prepareRun = () => {};
  figure.toggle(); // nothing left to run
  assert.deepEqual([label(), figure.running], ["Run", false]);
});

test("a step by hand goes one picture further, and ends a run with the last", () => {
  const figure = built({}, Running);
  figure.construct();
  figure.step();
  assert.deepEqual([figure.steps, figure.running], [1, false]);
  figure.toggle();
  figure.step();
  assert.deepEqual([figure.steps, figure.running], [2, true]);
  figure.step();
  const label = figure.runButton.textContent;
  assert.deepEqual([figure.steps, figure.running, label], [3, false, "Run"]);
});

test("a run waits while the figure is out of sight, and ends with it", () => {
  const figure = built({}, Running);
  figure.construct();
  figure.toggle();
  figure.cameIntoSight(false);
  page.showFrame(1000);
  assert.deepEqual([figure.steps, page.frames.length], [0, 0]);
  figure.cameIntoSight(true);
  page.showFrame(1000);
  assert.equal(figure.steps, 1);
  figure.rebuild();
  assert.equal(figure.running, false);
  figure.toggle();
  figure.disconnectedCallback();
  assert.equal(figure.running, false);
});

test("pictures follow each other as fast as wanted, and slowly for those who ask", () => {
  const times = [];
  let now = 0;
  const ticker = new Ticker(() => times.push(now) < 4 || ticker.stop(), 100);
  const calm = page.media["(prefers-reduced-motion: reduce)"];
  ticker.start();
  ticker.start(); // no second request
  assert.equal(page.frames.length, 1);
  for (now of [100, 199, 200, 290, 300]) page.showFrame(now);
  assert.deepEqual(times, [100, 200, 300]);
  calm.matches = true;
  for (now of [799, 800, 1400]) page.showFrame(now);
  calm.matches = false;
  assert.deepEqual(times, [100, 200, 300, 800]);
  assert.deepEqual([ticker.wanted, page.frames.length], [false, 0]);
});

test("the style sheet is one for all, and has the book's colors", () => {
  const [one, other] = [built(), built()].map(
    ({ shadowRoot }) => shadowRoot.adoptedStyleSheets[0],
  );
  assert.equal(one, other);
  assert.match(one.text, /\.figure \{[^}]*--blue: #0072B2;[^}]*--ink: #222222;/);
  assert.match(one.text, /\.figure\.dark \{[^}]*--blue: #49ABE5;[^}]*--ink: #CACDD1;/);
  assert.match(one.text, /\.plot text \{ fill: var\(--ink\)/);
});
