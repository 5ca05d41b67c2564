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
  const system = matchMedia("(prefers-color-scheme: dark)");
  const show = () => {
    dataset.mode = localStorage.getItem("mode") || "auto";
    const auto = system.matches ? "dark" : "light";
    dataset.theme = dataset.mode === "auto" ? auto : dataset.mode;
  };
  show();
  system.addEventListener("change", show);
  addEventListener("click", ({ target }) => {
    if (!target.closest(".theme-switch-button")) return;
    // From "auto", the first step is one that is seen.
    const modes = system.matches
      ? ["auto", "light", "dark"]
      : ["auto", "dark", "light"];
    localStorage.setItem("mode", modes[(modes.indexOf(dataset.mode) + 1) % 3]);
    show();
  });
}

addEventListener("click", ({ target }) => target.closest("[data-print]") && print());

// The search is loaded when it is asked for: by its button and by Ctrl+K.
{
  const { dataset } = document.documentElement;
  const search = (event) => {
    event.preventDefault();
    if (document.querySelector("script[src$='search/search.js']"))
      return document.dispatchEvent(new Event("search"));
    const script = document.createElement("script");
    script.src = `${dataset.content_root}_static/search/search.js`;
    document.head.append(script);
  };
  addEventListener("click", (event) => {
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (plain && event.target.closest("[data-search]")) search(event);
  });
  addEventListener("keydown", (event) => {
    const command =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (command && event.key.toLowerCase() === "k") search(event);
  });
}
