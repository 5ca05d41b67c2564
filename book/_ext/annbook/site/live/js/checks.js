// Buttons that open exercises whose code is written here (annbook/site/checks.py).
{
  const { open: words, failed } = document.currentScript.dataset;
  const offer = (place) => {
    const shadow = place.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { display: block; margin: 0.5rem 0 1rem; }
      button, .button { border: 1px solid var(--pst-color-border); border-radius: 0.3rem;
        padding: 0.25rem 0.7rem; background: var(--pst-color-background); color: inherit;
        font: inherit; font-size: 0.9em; cursor: pointer; }
      :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
      @media print { :host { display: none; } }`);
    shadow.adoptedStyleSheets = [sheet];
    const button = document.createElement("button");
    button.textContent = words;
    button.addEventListener("click", async () => {
      try {
        const { open } = await import("./exercise.js");
        await open(place);
      } catch {
        button.textContent = failed;
      }
    });
    shadow.append(button);
  };
  if (location.protocol !== "file:")
    document.querySelectorAll(".own-code").forEach(offer);
  else document.querySelector(".of-own-code")?.remove(); // no Python runs from disk
}
