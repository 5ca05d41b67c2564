// Shows what the text refers to, from a file that is loaded when a reader first points at
// a reference. Never on touch, where a tap follows.
{
  const LINK = ".bd-article a.reference.internal";
  const OPENS = 150; // milliseconds of pointing
  const CLOSES = 250; // in which the pointer may go from the link to what it shows
  const GAP = 6; // pixels between both, and to the window's edges

  const article = document.querySelector(".bd-article");
  const box = document.createElement("div");
  box.id = box.className = "preview";
  box.role = "tooltip";
  let shown, pointed, timer, loaded;

  const load = () => {
    loaded ??= new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = document.querySelector("meta[name=previews]").content;
      script.onload = resolve;
      document.head.append(script);
    });
    return loaded;
  };

  const hide = () => {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = pointed = undefined;
    box.remove();
  };

  const show = async (link) => {
    await load();
    const html = window.previews[link.getAttribute("href")];
    if (link !== pointed || !html) return;
    hide();
    shown = pointed = link;
    link.setAttribute("aria-describedby", box.id);
    box.innerHTML = html;
    article.append(box);
    const at = link.getBoundingClientRect();
    const around = article.getBoundingClientRect();
    const above =
      at.top - (document.querySelector(".bd-header-article")?.offsetHeight ?? 0);
    const below = innerHeight - at.bottom;
    // How high a picture is, is known when it is there: it gets the larger place.
    const height = box.querySelector("img") ? Infinity : box.offsetHeight + 2 * GAP;
    const isBelow = height <= below || below >= above;
    box.style.maxHeight = `${(isBelow ? below : above) - 2 * GAP}px`;
    box.style.top = isBelow ? `${at.bottom - around.top + GAP}px` : "auto";
    box.style.bottom = isBelow ? "auto" : `${around.bottom - at.top + GAP}px`;
    const right = around.right - GAP - box.offsetWidth;
    box.style.left = `${Math.max(Math.min(at.left, right) - around.left, 0)}px`;
  };

  const point = (link) => {
    if (link === pointed) return;
    pointed = link;
    clearTimeout(timer);
    if (link === shown) return;
    link?.removeAttribute("title"); // the browser would show it, too
    timer = link ? setTimeout(show, OPENS, link) : setTimeout(hide, CLOSES);
  };

  addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const link = box.contains(target) ? shown : target.closest(LINK);
    if (link || !shown?.matches(":focus-visible")) point(link ?? undefined);
  });
  addEventListener("focusin", ({ target }) => {
    if (target.matches(":focus-visible")) point(target.closest(LINK) ?? undefined);
  });
  addEventListener("focusout", () => point());
  addEventListener("keydown", ({ key }) => {
    const link = pointed;
    if (key === "Escape") hide();
    pointed = link; // not again before the pointer or the keyboard has been elsewhere
  });
  addEventListener("click", ({ target }) => target.closest(LINK) && hide());
}
