// A path in the valley, the map of rate and momentum, and the loss after each step.

import { minus, rounded } from "../../engine/number_text.js";
import { s, set } from "../../parts/dom.js";
import { around, labels } from "../../parts/labels.js";
import { AXIS, BROWN, INK, ORANGE, PAPER, TINT, tone } from "../../parts/palette.js";
import { HALO, label } from "../../parts/plane.js";
import { context2d, grid, Surface } from "../../parts/surface.js";
import { BEST, CURVATURES, factorOf, stepsToTenth } from "./model.js";
import { speed, stepsOf } from "./words.js";

/**
 * @import { Surface as Loss } from "../../engine/surfaces.js"
 * @import { Plane } from "../../parts/plane.js"
 * @import { Pair } from "./model.js"
 */

const BANDS = 14;
const FAR = 30; // what is further away is out of the picture
const DASHES = "6 4";
/** The walk that the reader sets, and the one that it is compared with. */
const LOOKS = {
  own: { stroke: ORANGE, "stroke-width": 2.4 },
  other: { stroke: AXIS, "stroke-width": 2, "stroke-dasharray": DASHES },
};

/**
 * A text that lines do not disturb.
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {"start" | "middle" | "end"} [anchor]
 * @param {string} [color]
 */
const text = (x, y, words, anchor = "start", color = INK) =>
  set(label(x, y, words, anchor), { ...HALO, style: { fill: color } });

/**
 * Paint the loss in bands that get narrower where it is steep; the bluer, the lower.
 * @param {HTMLCanvasElement} canvas
 * @param {Loss} loss
 */
export function paintLoss(canvas, { value, x, y }) {
  const places = grid(canvas.width, x, y);
  const heights = Float64Array.from({ length: places.length / 2 }, (_, k) =>
    Math.sqrt(Math.max(0, value(places[2 * k], places[2 * k + 1]))),
  );
  const top = heights.reduce((a, b) => Math.max(a, b));
  const band = (/** @type {number} */ height) =>
    Math.floor((BANDS * height) / top) / BANDS;
  new Surface(canvas).paint(heights, (height) => 0.6 * (Math.min(1, band(height)) - 1));
}

/**
 * Paint the map: the stronger the color, the fewer steps to be ten times closer.
 * @param {HTMLCanvasElement} canvas
 * @param {Plane} map
 * @param {number} reach the rate at the map's right end
 */
export function paintSpeed(canvas, map, reach) {
  const places = grid(canvas.width, map.x, map.y);
  const best = Math.log(factorOf(BEST.pair));
  const speeds = Float64Array.from({ length: places.length / 2 }, (_, k) => {
    const [x, beta] = [places[2 * k], places[2 * k + 1]];
    const factor = beta < 1 ? factorOf({ rate: x * reach, beta }) : 1;
    return factor < 1 ? Math.log(factor) / best : 0;
  });
  const band = (/** @type {number} */ speed) =>
    Math.ceil(BANDS * speed ** 0.75) / BANDS;
  const level = (/** @type {number} */ speed) => 2 * Math.min(1, band(speed)) - 1;
  new Surface(canvas).paint(speeds, level, 0, 1, tone);
}

const COVER = "#dfe3e8";
const BRUSH = 30; // pixels of the canvas around the point, where the map is uncovered

/**
 * Cover the map but for where the point has been.
 * @param {HTMLCanvasElement} canvas
 * @param {Plane} map
 * @param {number[][][]} trails
 */
export function paintCover(canvas, map, trails) {
  const { width, height } = canvas;
  const context = context2d(canvas);
  context.globalCompositeOperation = "source-over";
  context.fillStyle = COVER;
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = "destination-out";
  Object.assign(context, { lineWidth: BRUSH, lineCap: "round", lineJoin: "round" });
  for (const trail of trails) {
    context.beginPath();
    for (const [x, y] of trail) {
      const place = [x * width, (1 - y / map.y[1]) * height];
      context.lineTo(place[0], place[1]);
      context.lineTo(place[0] + 0.1, place[1]); // a place alone is a dot
    }
    context.stroke();
  }
}

/** What stands in the map while most of it is covered. @param {Plane} map */
export const coverWords = (map) => [
  text(map.X(0.5), map.Y(0.58), "Drag the orange point:", "middle"),
  text(map.X(0.5), map.Y(0.5), "colors appear where it has been.", "middle"),
];

/** What stands in the map where there are no shades. @param {Plane} map */
export const noFormula = (map) => [
  text(map.X(0.5), map.Y(0.55), "The colors are for the bowl alone:", "middle"),
  text(map.X(0.5), map.Y(0.48), "here, the loss tells which pair is better.", "middle"),
];

/** No shades, where no formula says how fast. @param {HTMLCanvasElement} canvas */
export const paintNothing = (canvas) =>
  new Surface(canvas).paint(new Float64Array(canvas.width ** 2));

/**
 * Crosses at the lowest places.
 * @param {Plane} plane
 * @param {number[][]} minima
 */
export function crosses(plane, minima) {
  return minima.flatMap(([u, v]) => {
    const [x, y] = [plane.X(u), plane.Y(v)];
    const d = `M${x - 6} ${y}h12M${x} ${y - 6}v12`;
    return [
      s("path", { d, stroke: INK, "stroke-width": 2 }),
      text(x + 10, y + 21, "minimum"),
    ];
  });
}

/**
 * A path with its places.
 * @param {Plane} plane
 * @param {number[][]} path
 * @param {"own" | "other"} who
 */
export function drawWalk(plane, path, who) {
  const look = LOOKS[who];
  const far = path.findIndex((place) => Math.max(...place.map(Math.abs)) > FAR);
  const near = far < 0 ? path : path.slice(0, far + 1);
  const line = { d: plane.path(near), fill: "none", "stroke-linejoin": "round" };
  const dots = near.map(([x, y]) => `M${plane.X(x)} ${plane.Y(y)}h0`).join("");
  const dot = { stroke: look.stroke, "stroke-width": 5, "stroke-linecap": "round" };
  return [
    s("path", { ...line, stroke: PAPER, "stroke-width": 4 }),
    s("path", { ...line, ...look }),
    s("path", { d: dots, ...dot }),
  ];
}

const LOSSES = { 3: "1,000", 0: "1", "-3": "0.001" };

/**
 * The axes of the losses: steps, and powers of ten in plain words.
 * @param {Plane} plane
 * @param {number} last step
 */
export function lossAxes(plane, last) {
  const [left, right] = [plane.X(0), plane.X(last)];
  const [low, high] = plane.y.map((y) => plane.Y(y));
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...Object.entries(LOSSES).flatMap(([power, words]) => {
      const y = plane.Y(Number(power));
      return [
        s("path", { class: "axis", d: `M${left} ${y}H${right}`, opacity: 0.3 }),
        label(left - 5, y + 5, words, "end"),
      ];
    }),
    ...[0, 20, 40, 60].map((x) => label(plane.X(x), low + 17, String(x), "middle")),
    label(plane.X(50), low + 17, "step", "middle"),
    label(left - 5, plane.Y(1.5) + 5, "loss", "end"),
  ];
}

/**
 * The loss after each step, of both walks.
 * @param {Plane} plane
 * @param {Partial<Record<"own" | "other", number[]>>} losses
 * @param {Record<"own" | "other", string>} names
 */
export function lossCurves(plane, losses, names) {
  const y = plane.Y(plane.y[1]) + 12;
  return /** @type {const} */ (["other", "own"]).flatMap((who) => {
    const each = losses[who];
    if (!each) return [];
    const height = (/** @type {number} */ loss) =>
      Math.max(plane.y[0] - 1, Math.log10(Math.max(loss, 1e-12)));
    const points = each.map((loss, k) => [k, height(loss)]);
    const x = plane.X(who === "own" ? 0 : 26.5);
    const color = who === "own" ? BROWN : INK;
    const look = { fill: "none", "stroke-linejoin": "round", ...LOOKS[who] };
    return [
      s("path", { d: plane.path(points), ...look }),
      s("path", { d: `M${x} ${y}h20`, ...LOOKS[who] }),
      text(x + 25, y + 5, names[who], "start", color),
    ];
  });
}

const TIMES = 2; // powers of ten of the loss, for a distance ten times as small
const UPPER = 1; // of the loss, where the mark begins

/**
 * On the loss, how many steps it takes to be ten times closer: along the line that it
 * follows in the long run, above which it does not rise later.
 * @param {Plane} plane
 * @param {number[]} losses after each step
 * @param {Pair} pair
 */
export function paceMark(plane, losses, pair) {
  const factor = factorOf(pair);
  const steps = stepsToTenth(factor);
  const last = losses.length - 1;
  if (factor >= 1 || steps > last) return [];
  const fall = TIMES / steps;
  const seen = losses
    .map((loss, k) => [k, Math.log10(loss)])
    .filter(([, height]) => height > plane.y[0]);
  const late = seen.slice(Math.floor(seen.length / 2));
  const start = Math.max(...late.map(([k, height]) => height + fall * k));
  const from = Math.max(0, (start - UPPER) / fall);
  const [x0, x1] = [from, from + steps].map((k) => plane.X(k));
  if (from + steps > last) return [];
  const [y0, y1] = [0, TIMES].map((down) => plane.Y(start - fall * from - down));
  const line = {
    d: `M${x0} ${y0}L${x1} ${y1}`,
    stroke: INK,
    "stroke-dasharray": "3 3",
  };
  const legs = { d: `M${x0} ${y0}H${x1}V${y1}`, fill: "none", stroke: BROWN };
  return [
    s("path", line),
    s("path", { ...legs, "stroke-width": 2 }),
    text(x0, y0 - 6, `ten times closer: ${speed(pair)}`, "start", BROWN),
  ];
}

/**
 * The axes of the map, in words.
 * @param {Plane} map
 * @param {number} reach the rate at its right end
 */
export function mapAxes(map, reach) {
  const [left, right] = map.x.map((x) => map.X(x));
  const [low, high] = [map.Y(0), map.Y(1)];
  return [
    s("path", { class: "axis", d: `M${left} ${high}V${low}H${right}` }),
    ...[0, 0.25, 0.5].map((x) =>
      label(map.X(x), low + 17, minus(rounded(x * reach, 4)), "middle"),
    ),
    label(right, low + 17, "learning rate →", "end"),
    ...[0, 0.5, 1].map((y) => label(left - 5, map.Y(y) + 5, String(y), "end")),
    label(left + 2, high - 9, "↑ β, the share of the last step that is kept", "start"),
  ];
}

const NEAR = 0.2; // the handle takes the place of words
const LOW = 0.06; // there words stand above the handle
const NAMED = 22; // a best, above its place, in a line
const WIDE = 100; // half of it, with the handle
const LINE = 20; // so high

/**
 * What the places of the bowl's map are, once it is open, where the handle leaves room.
 * @param {Plane} map
 * @param {number[]} held where the handle is
 * @param {(keyof typeof BEST)[]} found
 * @param {number} reach
 * @param {string} said beside the handle
 * @param {boolean} isOpen
 */
export function mapWords(map, held, found, reach, said, isOpen) {
  const corners = map.path([
    [0.5, 0],
    [1, 1],
    [1, 0],
  ]);
  /** @type {[number, number, string, ("start" | "middle" | "end")?][]} */
  const words = [
    [0.04, 0.1, "creeps"],
    [0.6, 0.78, "swings to and fro", "middle"],
    [0.97, 0.12, "diverges", "end"],
  ];
  return [
    ...(isOpen ? [s("path", { d: `${corners}Z`, fill: TINT, stroke: AXIS })] : []),
    text(
      map.X(1),
      map.Y(map.y[1]) + 14,
      "the stronger the color, the fewer steps",
      "end",
    ),
    ...(isOpen ? words : [])
      .filter(([x, y, word]) => {
        const [right, up] = [Math.abs(x - held[0]), Math.abs(y - held[1])];
        const far = Math.hypot(right, up) > NEAR && (up > LOW || right > 2 * NEAR);
        return far && word !== said;
      })
      .map(([x, y, word, anchor]) => text(map.X(x), map.Y(y), word, anchor)),
    ...found.flatMap((name) => mark(map, name, reach, held)),
  ];
}

/**
 * One of the best, since the reader has found it.
 * @param {Plane} map
 * @param {keyof typeof BEST} name
 * @param {number} reach
 * @param {number[]} held where the handle is
 */
function mark(map, name, reach, held) {
  const best = BEST[name];
  const [x, y] = [map.X(best.rate / reach), map.Y(best.beta)];
  const words = `best ${name === "plain" ? "without" : "of all"}: ${stepsOf(name)} steps`;
  const above = `M${x - 14} ${y}a14 14 0 0 1 28 0`;
  const ring = best.beta ? `${above}a14 14 0 0 1 -28 0` : above; // below are numbers
  const [right, up] = [map.X(held[0]) - x, y - NAMED - map.Y(held[1])];
  const isCovered = Math.abs(right) < WIDE && up > -10 && up < 24;
  return [
    s("path", { d: ring, fill: "none", stroke: INK, "stroke-width": 2 }),
    ...(isCovered ? [] : [text(x, y - NAMED, words, "middle")]),
  ];
}

/** The name of the point where descent begins. @param {Plane} plane @param {number[]} place */
export function startName(plane, place) {
  const mark = [plane.X(place[0]), plane.Y(place[1])];
  return labels(plane, [{ text: "start", at: around(mark, "start"), mark }], [])[0];
}

/** How steep the bowl is along its axes. @param {Plane} plane */
export function steepness(plane) {
  const [across, up] = CURVATURES;
  const words = `curvature ${across} along θ₁, ${up} along θ₂: κ = ${up / across}`;
  return text(plane.X(plane.x[0]) + 8, plane.Y(plane.y[0]) - 9, words);
}

/** What is dragged in the map. */
export const knob = () =>
  s("circle", { r: 9, fill: ORANGE, stroke: PAPER, "stroke-width": 2 });

/**
 * What the pair at the handle means, beside it.
 * @param {Plane} map
 * @param {number[]} held
 * @param {string} words
 * @param {boolean} found whether the best without momentum has its name in the map
 */
export function tag(map, [x, y], words, found) {
  const right = x < (words === "diverges" ? 0.78 : 0.55);
  const room = x < 0.18 && y < LOW && !found && words !== "diverges";
  const height = map.Y(y) + (y > 0.9 ? 24 : y < LOW ? -26 : 5);
  const name = map.Y(0) - NAMED;
  return text(
    map.X(x) + (right ? 16 : -16),
    found && Math.abs(height - name) < LINE ? name - LINE : height,
    room ? `${words} to be ten times closer` : words,
    right ? "start" : "end",
    BROWN,
  );
}
