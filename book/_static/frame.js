// What a page needs before it is drawn. A file, since a strict policy refuses scripts inside
// the page.

// Where storage is denied, as in sandboxed frames, scripts find one that forgets.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].getItem("mode");
  } catch {
    const kept = new Map();
    const value = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, String(text)),
      removeItem: (key) => void kept.delete(key),
    };
    Object.defineProperty(window, name, { value, configurable: true });
  }
}

// The reader's choice between light and dark; without one, the system's.
{
  const { dataset } = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  dataset.mode = localStorage.getItem("mode") || "auto";
  dataset.theme = dataset.mode === "auto" ? (dark ? "dark" : "light") : dataset.mode;
}

addEventListener("click", ({ target }) => target.closest("[data-print]") && print());
