// Data of a figure in a script beside the page: browsers refuse other files to pages from
// disk and in sandboxed frames.

import { h } from "./dom.js";

/**
 * Load a file that annbook.site.figures wrote: it hands its data to its own element.
 * @param {string} address
 * @returns {Promise<any>}
 */
export const loadData = (address) =>
  new Promise((take, refuse) => {
    const script = h("script", {
      src: address,
      ondata: (/** @type {CustomEvent} */ { detail }) => take(detail),
      onload: () => script.remove(),
      onerror: () => refuse(new Error(`its data could not be loaded (${address})`)),
    });
    document.head.append(script);
  });
