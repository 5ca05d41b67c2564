// A picture, and beside it what acts on it; below each other where there is no room.

import { h } from "./dom.js";

/** @import { Child } from "./dom.js" */

/**
 * @param {HTMLElement} picture it stays in sight on a phone
 * @param {...Child} beside
 */
export const scene = (picture, ...beside) =>
  h("div", { class: "scene" }, held(picture), h("div", { class: "stack" }, ...beside));

/**
 * A scene that is no taller than a phone: its picture need not be held, and so covers
 * nothing.
 * @param {HTMLElement} picture
 * @param {...Child} beside
 */
export function loose(picture, ...beside) {
  const element = scene(picture, ...beside);
  element.classList.add("loose");
  return element;
}

/**
 * A picture that stays in sight on a phone, by itself.
 * @param {HTMLElement} picture
 * @param {string} [look] further classes
 */
export const held = (picture, look = "") =>
  h("div", { class: `held ${look}`.trim() }, picture);
