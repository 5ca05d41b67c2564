// As much of a page as the figures' parts need: elements that remember what they were
// given. To be imported before them.

class FakeNode {
  children = [];
  parent = null;

  append(...children) {
    for (const child of children) {
      if (child instanceof FakeNode) {
        child.remove();
        child.parent = this;
      }
      this.children.push(child);
    }
  }

  prepend(...children) {
    const before = this.children;
    this.children = [];
    this.append(...children, ...before);
  }

  remove() {
    if (!this.parent) return;
    this.parent.children = this.parent.children.filter((child) => child !== this);
    this.parent = null;
  }

  replaceChildren(...children) {
    for (const child of [...this.children]) child.remove?.();
    this.children = [];
    this.append(...children);
  }

  get lastElementChild() {
    return this.children.at(-1) ?? null;
  }

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.children = text === "" ? [] : [text];
  }
}

class FakeElement extends FakeNode {
  attributes = {};
  style = {};
  dataset = {};
  listeners = {};
  box = { left: 0, top: 0, width: 100, height: 100 };
  captured = new Set();
  focused = 0;
  classes = new Set();
  classList = {
    add: (name) => this.classes.add(name),
    remove: (name) => this.classes.delete(name),
    contains: (name) => this.classes.has(name),
    toggle: (name, wanted) =>
      wanted ? this.classes.add(name) : this.classes.delete(name),
  };

  setAttribute(name, value) {
    this.attributes[name] = String(value);
    if (name in this.reflected) this[name] = value;
  }

  get reflected() {
    return { canvas: { width: 0, height: 0 }, option: { value: "" } }[this.tag] ?? {};
  }

  removeAttribute(name) {
    delete this.attributes[name];
  }

  getAttribute(name) {
    return this.attributes[name] ?? null;
  }

  hasAttribute(name) {
    return name in this.attributes;
  }

  addEventListener(name, listener) {
    this.listeners[name] = [...(this.listeners[name] ?? []), listener];
  }

  removeEventListener(name, listener) {
    this.listeners[name] = this.listeners[name].filter((other) => other !== listener);
  }

  /** Let something happen to it; return the event. */
  fire(name, details = {}) {
    const event = { prevented: false, stopped: false, ...details };
    event.preventDefault = () => (event.prevented = true);
    event.stopPropagation = () => (event.stopped = true);
    for (const listener of this.listeners[name] ?? []) listener(event);
    return event;
  }

  getBoundingClientRect() {
    return this.box;
  }

  setPointerCapture(id) {
    this.captured.add(id);
  }

  hasPointerCapture(id) {
    return this.captured.has(id);
  }

  focus() {
    this.focused += 1;
  }

  attachShadow() {
    this.shadowRoot = new FakeElement();
    return this.shadowRoot;
  }

  querySelector() {
    return this.carriedScript ?? null;
  }

  closest() {
    return null;
  }

  scrollIntoView() {
    this.scrolled = true;
  }

  getContext() {
    const painted = [];
    return {
      painted,
      createImageData: (width, height) => ({
        width,
        height,
        data: new Uint8ClampedArray(4 * width * height),
      }),
      putImageData: (image, x, y) => painted.push([image, x, y]),
      clearRect() {},
    };
  }
}

const make = (tag) => Object.assign(new FakeElement(), { tag });
/** Media queries, frames and observers that a test sets off. */
export const page = {
  media: {},
  frames: [],
  observers: [],
  sights: [],
  defined: new Map(),
  address: "",
  listeners: new FakeElement(),
  /** Let the browser show its next frame. */
  showFrame(now) {
    const waiting = page.frames.splice(0);
    for (const { work } of waiting) work(now);
    return waiting.length;
  },
};
let request = 0;
Object.assign(globalThis, {
  innerHeight: 800,
  HTMLElement: FakeElement,
  HTMLButtonElement: FakeElement,
  Document: class {},
  CSSStyleSheet: class {
    replaceSync(text) {
      this.text = text;
    }
  },
  document: {
    createElement: make,
    createElementNS: (_, tag) => make(tag),
    documentElement: make("html"),
    head: make("head"),
    body: make("body"),
  },
  location: { hash: "", search: "", href: "" },
  history: {
    state: null,
    replaceState: (_, __, address) => {
      page.address = address;
    },
  },
  matchMedia: (query) =>
    (page.media[query] ??= Object.assign(new FakeElement(), { matches: false })),
  requestAnimationFrame(work) {
    request += 1;
    page.frames.push({ request, work });
    return request;
  },
  cancelAnimationFrame(number) {
    page.frames = page.frames.filter(({ request }) => request !== number);
  },
  MutationObserver: class {
    constructor(work) {
      this.work = work;
      page.observers.push(this);
    }
    observe(target, options) {
      this.watched = [...(this.watched ?? []), [target, options.attributeFilter]];
    }
    disconnect() {
      this.watched = [];
    }
  },
  IntersectionObserver: class {
    constructor(work) {
      this.work = work;
      page.sights.push(this);
    }
    observe() {}
    disconnect() {}
  },
  customElements: {
    get: (tag) => page.defined.get(tag),
    define: (tag, element) => page.defined.set(tag, element),
  },
  addEventListener: (...all) => page.listeners.addEventListener(...all),
  removeEventListener: (...all) => page.listeners.removeEventListener(...all),
});
Document.prototype.adoptedStyleSheets = [];

/** An element as text: its tag, its attributes, and what it holds. */
export const written = (element) =>
  typeof element === "string"
    ? element
    : [
        element.tag,
        ...Object.entries(element.attributes).map(
          ([name, value]) => `${name}=${value}`,
        ),
        ...element.children.map((child) => `(${written(child)})`),
      ].join(" ");
