// Copies formulas as TeX, by a button or in a selection ($…$ and $$…$$).
{
  const tex = (math) => math.querySelector("annotation").textContent.trim();

  addEventListener("click", async ({ target }) => {
    if (!target.matches(".copy-tex")) return;
    const { dataset, parentElement } = target;
    dataset.copy ??= target.textContent;
    const copied = navigator.clipboard?.writeText(tex(parentElement));
    target.textContent = await (copied ?? Promise.reject()).then(
      () => dataset.copied,
      () => dataset.refused,
    );
    setTimeout(() => {
      target.textContent = dataset.copy;
    }, 2000);
  });

  addEventListener("copy", (event) => {
    const selection = getSelection();
    if (!selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    // A formula is copied whole, wherever in it a selection begins or ends.
    const whole = (node) => (node.closest ? node : node.parentElement).closest("math");
    const [first, last] = [range.startContainer, range.endContainer].map(whole);
    const wide = range.cloneRange();
    if (first) wide.setStartBefore(first);
    if (last) wide.setEndAfter(last);
    const copy = document.createElement("div");
    copy.append(wide.cloneContents());
    if (!copy.querySelector("annotation")) return;
    for (const mark of copy.querySelectorAll(".headerlink, button")) mark.remove();
    for (const link of copy.querySelectorAll("a")) link.href += ""; // a whole address
    event.clipboardData.setData("text/html", copy.innerHTML);
    for (const math of copy.querySelectorAll("math")) {
      const dollars = math.getAttribute("display") === "block" ? "$$" : "$";
      math.replaceWith(`${dollars}${tex(math)}${dollars}`);
    }
    event.clipboardData.setData("text/plain", copy.textContent);
    event.preventDefault();
  });
}
