// Which theme surrounds a figure: the site's, JupyterLab's, Colab's, or the system's.

const system = matchMedia("(prefers-color-scheme: dark)");

/** Tell whether the surroundings are dark. */
export function isDark() {
  const { documentElement: html, body } = document;
  if (html.dataset.theme) return html.dataset.theme === "dark";
  const jupyter = body?.dataset.jpThemeLight;
  if (jupyter) return jupyter === "false";
  if (html.hasAttribute("theme")) return html.getAttribute("theme") === "dark"; // Colab
  return system.matches;
}

/**
 * Call `tell` now and at every change; return a function that ends this.
 * @param {(dark: boolean) => void} tell
 */
export function watchTheme(tell) {
  const check = () => tell(isDark());
  const watcher = new MutationObserver(check);
  const attributeFilter = ["data-theme", "theme", "data-jp-theme-light"];
  watcher.observe(document.documentElement, { attributeFilter });
  if (document.body) watcher.observe(document.body, { attributeFilter });
  system.addEventListener("change", check);
  check();
  return () => {
    watcher.disconnect();
    system.removeEventListener("change", check);
  };
}
