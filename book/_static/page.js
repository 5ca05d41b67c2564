// What stands around a page, which does without it where scripts are off.

// Where storage is denied, as in sandboxed frames, scripts find one that forgets.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].getItem("reading");
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

{
  const find = (selector) => document.querySelector(selector);
  const all = (selector) => document.querySelectorAll(selector);
  const root = document.documentElement.dataset.content_root;

  // How the reader has pages shown. A line in the page has set it (reading.py), or not.
  const panel = find("#reading");
  if (panel) {
    const KEPT = "reading";
    const { documentElement: html } = document;
    const settings = [...new FormData(panel).keys()];
    const apply = () => {
      for (const name of settings) {
        const { value } = panel.elements[name];
        if (value) html.dataset[name] = value;
        else delete html.dataset[name];
      }
      showCode(html.dataset.code !== "hidden");
    };
    // Hidden code is folded: one cell of it may be of interest.
    const showCode = (shown) => {
      const folded = "details.unasked > .cell_input";
      for (const code of all(shown ? folded : ".cell > .cell_input")) {
        if (shown) code.parentElement.replaceWith(code);
        else fold(code);
      }
    };
    const fold = (code) => {
      const details = document.createElement("details");
      details.className = "admonition hide above-input unasked";
      const summary = document.createElement("summary");
      for (const state of ["collapsed", "expanded"]) {
        const words = document.createElement("p");
        words.className = `${state} admonition-title`;
        words.textContent = panel.dataset[state];
        summary.append(words);
      }
      code.replaceWith(details);
      details.append(summary, code);
    };
    const recall = () => {
      let kept;
      try {
        kept = JSON.parse(localStorage.getItem(KEPT));
      } catch {}
      panel.reset();
      for (const name of settings) panel.elements[name].value = kept?.[name] ?? "";
      apply();
    };
    const keep = () => {
      apply();
      const chosen = [...new FormData(panel)].filter(([, value]) => value);
      localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(chosen)));
    };
    panel.addEventListener("change", keep);
    panel.querySelector("button").addEventListener("click", () => {
      panel.reset();
      keep();
    });
    recall();
    addEventListener("pageshow", ({ persisted }) => persisted && recall());
  }

  const closeByClickBeside = (dialog) =>
    dialog.addEventListener("click", ({ clientX: x, clientY: y, detail }) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const beside = x < left || x > right || y < top || y > bottom;
      if (detail && beside) dialog.close(); // a key's click has no place
    });

  // Sidebars stand beside the text; where there is no room, they open over it.
  const wide = matchMedia("(min-width: 992px)");
  for (const side of ["primary", "secondary"]) {
    const bar = find(`#pst-${side}-sidebar`);
    const dialog = find(`#pst-${side}-sidebar-modal`);
    const move = (from, to) => {
      to.append(...from.childNodes);
      to.className = from.className;
      from.className = "";
    };
    find(`.${side}-toggle`)?.addEventListener("click", () => {
      if (side === "primary" && wide.matches) {
        bar.classList.toggle("pst-sidebar-hidden");
      } else {
        move(bar, dialog);
        dialog.showModal();
      }
    });
    if (!dialog) continue;
    closeByClickBeside(dialog);
    dialog.addEventListener(
      "click",
      ({ target }) => target.closest("a") && dialog.close(),
    );
    dialog.addEventListener("close", () => move(dialog, bar));
  }

  // A figure that uses the margin has it for itself.
  const inSight = new Set();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inSight.add(target);
      else inSight.delete(target);
    }
    document.documentElement.classList.toggle("figure-in-sight", inSight.size > 0);
  });
  for (const figure of all(".bd-article figure .interactive")) seen.observe(figure);

  // The sidebar stays where the reader had scrolled it, from page to page.
  const sidebar = find(".bd-sidebar-primary");
  const KEPT = "sidebar-scroll-top";
  if (sidebar && wide.matches) {
    const kept = sessionStorage.getItem(KEPT);
    const { top } = sidebar.querySelector("li.active")?.getBoundingClientRect() ?? {};
    if (kept) sidebar.scrollTop = kept;
    else if (top > innerHeight / 2) sidebar.scrollTop = top - innerHeight / 4;
    addEventListener("pagehide", () => sessionStorage.setItem(KEPT, sidebar.scrollTop));
  }

  // Menus
  const setMenu = (button, isOpen) => {
    button.classList.toggle("show", isOpen);
    button.setAttribute("aria-expanded", isOpen);
  };
  for (const button of all(".dropdown-toggle")) {
    const menu = button.parentElement;
    button.addEventListener("click", () =>
      setMenu(button, !button.classList.contains("show")),
    );
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape") return;
      setMenu(button, false);
      button.focus();
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (!menu.contains(relatedTarget)) setMenu(button, false);
    });
    document.addEventListener("click", ({ target }) => {
      if (!menu.contains(target)) setMenu(button, false);
    });
  }

  // In the list of contents, the section is marked whose heading came by last.
  const links = new Map();
  for (const link of all("#pst-page-toc-nav a")) {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (section)
      links.set(section.querySelector("h1, h2, h3, h4, h5, h6") ?? section, link);
  }
  const mark = (marked) => {
    for (const link of links.values()) {
      link.classList.toggle("active", link === marked);
      if (link === marked) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    for (const entry of all("#pst-page-toc-nav .toc-entry")) {
      entry.classList.toggle("active", entry.contains(marked));
    }
  };
  const READ = 0.3; // of the window's height, from above: where a reader is
  let waits = false;
  const follow = () => {
    waits = false;
    // What a phone leaves for later (book.css) is not here; to measure it would lay it out.
    const later = { contentVisibilityAuto: true };
    const passed = [...links.keys()].filter(
      (heading) =>
        heading.checkVisibility?.(later) !== false &&
        heading.getBoundingClientRect().top < READ * innerHeight,
    );
    // Who followed a link reads there, even close above the next heading.
    const followed = passed.find(
      (heading) =>
        heading.parentElement.matches(":target") &&
        heading.getBoundingClientRect().top >= 0,
    );
    mark(links.get(followed ?? passed.at(-1)));
  };
  for (const change of ["scroll", "contentvisibilityautostatechange"]) {
    addEventListener(
      change,
      () => {
        if (!waits) requestAnimationFrame(follow);
        waits = true;
      },
      { passive: true },
    );
  }

  // Figures are built in sight, and are higher then: who comes back finds the same text
  // in the same place.
  const PLACE = `place ${location.pathname}`;
  const parts = () => [...all(".bd-article section > :not(section)")];
  addEventListener("pagehide", () => {
    const tops = parts().map((part) => part.getBoundingClientRect());
    const middle = tops.findIndex(({ bottom }) => bottom > innerHeight / 2);
    sessionStorage.setItem(PLACE, JSON.stringify([middle, tops[middle]?.top]));
    if (scrollY) history.scrollRestoration = "manual";
  });
  const place = sessionStorage.getItem(PLACE);
  const isBack = ["reload", "back_forward"].includes(
    document.documentElement.dataset.came,
  );
  addEventListener("load", () => {
    if (place && isBack && history.scrollRestoration === "manual") {
      const [middle, top] = JSON.parse(place);
      const part = parts()[middle];
      // A figure that was left half is built, and so shown, from its top.
      const to = part?.querySelector(".interactive") ? Math.max(top, 0) : top;
      if (part) {
        // What is laid out above it only now moves it, for a moment.
        const moved = new ResizeObserver(() =>
          scrollBy(0, part.getBoundingClientRect().top - to),
        );
        moved.observe(document.body);
        setTimeout(() => moved.disconnect(), 500);
      }
    }
    history.scrollRestoration = "auto";
  });

  // A link to a folded section opens it; the browser does so for what stands inside.
  const open = () => {
    const folded = find(":target")
      ?.closest("section")
      ?.querySelector(":scope > details.deeper");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", open);
  open();

  // The line above the text has a shadow when something is under it.
  const begin = find(".sbt-scroll-pixel-helper");
  if (begin) {
    new IntersectionObserver(
      ([
        {
          boundingClientRect: { y },
        },
      ]) => document.body.classList.toggle("scrolled", y < 0),
    ).observe(begin);
  }

  addEventListener("click", ({ target }) => target.closest("[data-print]") && print());

  const load = (name) => {
    const script = document.createElement("script");
    script.src = `${document.documentElement.dataset.content_root}_static/${name}`;
    document.head.append(script);
  };

  // Progress is kept for who has asked for it; others are offered it once.
  const site = new URL(root, document.baseURI).pathname;
  const progress = localStorage.getItem(`progress ${site}`);
  const record = () => load("progress/recorder.js");
  if (progress === null) {
    const waiting = new AbortController();
    const begin = () => {
      waiting.abort();
      record();
    };
    for (const done of ["answered", "solved"])
      document.addEventListener(done, begin, { signal: waiting.signal });
  } else if (progress !== "off") record();

  // The search is loaded when it is asked for.
  const search = (event) => {
    event.preventDefault();
    if (find("script[src$='search/search.js']"))
      return document.dispatchEvent(new Event("search"));
    const script = document.createElement("script");
    script.src = `${root}_static/search/search.js`;
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

  // What was read can be read offline, but from disk and in closed frames.
  if (origin !== "null")
    addEventListener("load", () =>
      navigator.serviceWorker?.register(`${root}offline.js`).catch(() => {}),
    );

  // Code is copied.
  const { copy, copied } = document.currentScript.dataset;
  for (const code of navigator.clipboard ? all("div.highlight pre") : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copybtn";
    button.title = button.ariaLabel = copy;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent.trimEnd());
        button.classList.add("success");
        button.title = button.ariaLabel = copied;
      } catch {
        getSelection().selectAllChildren(code); // a frame may not copy, but its reader
      }
    });
    button.addEventListener("pointerleave", () => {
      button.classList.remove("success");
      button.title = button.ariaLabel = copy;
    });
    code.after(button);
  }

  // What scrolls sideways is reached by the keyboard. Observers are told when the page is
  // laid out: to ask would cost a layout.
  const reach = new ResizeObserver((changes) => {
    const parts = changes.map(({ target }) => target);
    const scrolling = parts.filter((part) => part.scrollWidth > part.clientWidth);
    for (const part of parts) part.removeAttribute("tabindex");
    for (const part of scrolling) part.tabIndex = 0;
  });
  for (const part of all(
    "pre, .cell_output > .output, .pst-scrollable-table-container",
  )) {
    reach.observe(part);
  }
}
