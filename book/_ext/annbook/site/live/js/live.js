// A button on each cell of a chapter that runs in the page (annbook/site/live). What it
// takes, the editor and Python, comes when it is pressed first.
if (location.protocol.startsWith("http")) {
  const { src, dataset } = document.currentScript;
  for (const [number, cell] of document.querySelectorAll("div.cell").entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "edit-and-run";
    button.textContent = dataset.words;
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
    cell.querySelector(".cell_input")?.append(button);
  }
}
