"""Which texts of a figure's drawings cover each other, or are cut off?"""

# Letters fill less than the height of their line. What a handle says goes where the
# reader takes it, on purpose over what is there.
COLLISIONS = """element => {
  const shown = text => text.textContent.trim() && text.getBoundingClientRect().width
    && !text.closest("[role=slider]")
    && text.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const box = text => {
    const { left, right, top, bottom, height } = text.getBoundingClientRect();
    return { said: text.textContent.trim(), left, right,
      top: top + 0.22 * height, bottom: bottom - 0.2 * height };
  };
  const found = [];
  for (const svg of element.shadowRoot.querySelectorAll("svg")) {
    if (svg.ownerSVGElement || !svg.checkVisibility()) continue;
    const edge = svg.getBoundingClientRect();
    const is_cut = getComputedStyle(svg).overflow !== "visible";
    const boxes = [...svg.querySelectorAll("text")].filter(shown).map(box);
    boxes.forEach((one, k) => {
      if (is_cut && (one.left < edge.left - 2 || one.right > edge.right + 2
          || one.top < edge.top - 2 || one.bottom > edge.bottom + 2))
        found.push(`${one.said} is cut off`);
      for (const other of boxes.slice(k + 1)) {
        if (other.said === one.said && other.left === one.left) continue; // its halo
        const [wide, high] = [
          Math.min(one.right, other.right) - Math.max(one.left, other.left),
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
        if (wide > 2 && high > 2) found.push(`${one.said} covers ${other.said}`);
      }
    });
  }
  return found;
}"""
# Use every control, one after the other: each choice, both ends of what moves, each
# button. Twice, since a guess or a button brings more.
USING = f"""async element => {{
  const look = {COLLISIONS};"""
USING += """
  const frame = () => new Promise(requestAnimationFrame);
  const press = (control, key) =>
    control.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const set = (control, value) => {
    control.value = value;
    for (const name of ["input", "change"])
      control.dispatchEvent(new Event(name, { bubbles: true }));
  };
  const acts = control => {
    const keys = ["Home", "End", "PageDown", "PageUp"];
    if (control.role === "slider") return keys.map(key => () => press(control, key));
    if (control.tagName === "SELECT")
      return [...control.options].map(({ value }) => () => set(control, value));
    if (control.type === "range")
      return [control.min, control.max].map(value => () => set(control, value));
    return [() => control.click()];
  };
  const found = new Map(look(element).map(collision => [collision, "at rest"]));
  const controls = "select, input, button, [role=slider]";
  for (const round of [1, 2])
    for (const control of element.shadowRoot.querySelectorAll(controls)) {
      if (!control.checkVisibility() || control.disabled || control.closest(".folds"))
        continue;
      for (const [k, act] of acts(control).entries()) {
        if (!control.isConnected) break; // another one has replaced it
        act();
        await frame();
        await frame();
        const name = control.ariaLabel ?? control.textContent.trim();
        for (const collision of look(element))
          if (!found.has(collision))
            found.set(collision, `round ${round}, ${name}, act ${k}`);
      }
    }
  return [...found].map(each => each.join(": "));
}"""
