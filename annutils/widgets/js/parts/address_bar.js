// The browser's address bar, where a figure's settings can be copied from.

/**
 * Show another address, without a new page; a sandboxed frame may have none to show.
 * @param {string} address
 */
export function showAddress(address) {
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // The figure plays without.
  }
}
