// A button on each cell of a chapter that runs in the page (annbook/site/live). What it
// takes, the editor and Python, comes when it is pressed first. Where a chapter needs
// more than a browser has, or a cell speaks of times, a link to Colab in its place.
// The first button is always in sight, below words that say what it is.
if (location.protocol.startsWith("http")) {
  const { src, dataset } = document.currentScript;
  // On the lower edge of a cell: it lies on no code and on no text.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    div.cell div.cell_input {
      position: relative;
    }

    .edit-and-run {
      position: absolute;
      z-index: 1;
      right: 0.5rem;
      bottom: 0;
      border: 1px solid var(--card-edge);
      border-radius: 0.9rem;
      height: 1.75rem;
      padding: 0 0.8rem;
      background: var(--pst-color-background);
      color: var(--accent);
      font-size: 0.8rem;
      line-height: 1.65rem;
      text-decoration: none;
      opacity: 0;
      translate: 0 50%;
    }

    .live-note {
      margin: 0;
      padding: 0.35rem 1rem 1.25rem;
      background: var(--pst-color-background);
      color: var(--pst-color-text-muted);
      font-size: 0.8rem;
      line-height: 1.4;
      text-align: right;
    }

    .cell:hover .edit-and-run,
    .live-note ~ .edit-and-run,
    .edit-and-run:is(:focus-visible, :disabled) {
      opacity: 1;
    }

    @media (hover: none) {
      .edit-and-run {
        opacity: 1;
      }
    }

    @media print {
      .edit-and-run,
      .live-note {
        display: none;
      }
    }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let noted = false;
  for (const [number, cell] of document.querySelectorAll("div.cell").entries()) {
    const away = !dataset.chapter || cell.matches(".tag_times");
    const button = document.createElement(away ? "a" : "button");
    button.className = "edit-and-run";
    button.textContent = away ? dataset.away : dataset.words;
    const input = cell.querySelector(".cell_input");
    if (input && !away && !noted && !input.closest("details")) {
      noted = true;
      const note = document.createElement("p");
      note.className = "live-note";
      note.textContent = dataset.note;
      input.append(note);
    }
    input?.append(button);
    if (away) {
      button.href = dataset.colab;
      continue;
    }
    button.type = "button";
    button.addEventListener("click", async () => {
      button.disabled = true;
      try {
        const { open } = await import(new URL("live/cells.js", src));
        await open(cell, number, dataset.chapter);
        button.remove();
      } catch {
        button.textContent = dataset.failed;
        button.disabled = false;
      }
    });
  }
}
