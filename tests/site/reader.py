"""A reader of the page of a figure."""

import re

from annbook.chapters import all_chapters

ELEMENT = re.compile(r"<(ann-[a-z]+)[ >]")


def figures():
    """Return the elements that the book shows, each with the first page that does."""
    pages = {}
    for chapter in all_chapters():
        for tag in ELEMENT.findall(chapter.executed.read_text(encoding="utf-8")):
            pages.setdefault(tag, chapter.name)
    return pages


FIGURES = figures()
# Counts what changes before the reader's eyes.
COUNT_CHANGES = """element => {
      window.changes = 0;
      const seen = ({ target }) => !target.closest(".hidden");
      const note = all => { changes += all.some(seen); };
      const what = { subtree: true, childList: true, attributes: true };
      new MutationObserver(note).observe(element.shadowRoot, what);
    }"""
# Of a row of buttons of which one is chosen, another does something.
NOT_CHOSEN = ":not([aria-pressed=true])"
# What a reader perceives of a figure; what is only heard comes later.
SEEN = """element => [element, ...element.shadowRoot.querySelectorAll("*")]
    .filter(part => !part.closest(".hidden"))
    .map(part => part.tagName === "CANVAS" ? part.toDataURL()
      : [...part.attributes].map(({ value }) => value) + part.value + part.checked
        + (part.children.length ? "" : part.textContent)).join()"""

# Out of a section that is folded.
INTO_SIGHT = """element => {
      element.closest("details")?.setAttribute("open", "");
      element.scrollIntoView();
    }"""
# The address forgets what it says of the figure, too.
ANEW = """(element, written) => {
      history.replaceState(null, "", location.pathname);
      const place = element.parentElement;
      const at = [...place.children].indexOf(element);
      element.outerHTML = written;
      place.children[at].scrollIntoView();
    }"""

# Away from the nearer edge: what stands at its end would not move there.
ROOM = """control => {
      const [own, all] = [control, control.ownerSVGElement ?? control]
        .map(part => part.getBoundingClientRect());
      return Math.sign(all.x + all.width / 2 - own.x - own.width / 2) || 1;
    }"""


def play_by_hand(figure):
    """Press a button, move a slider by keys and a point by the mouse, or make a guess.

    Returns
    -------
    dict of str to bool
        Whether what is seen of the figure changed, by what was done.
    """
    acts = {
        "press": (f"button:enabled:visible{NOT_CHOSEN}", lambda one: one.click()),
        "keys": ("[type=range]:visible, [role=slider]:visible", _by_keys),
        "drag": ("[role=slider]:visible, canvas.pad:not(.seen)", _by_mouse),
    }
    changed = {}
    if not any(figure.locator(control).count() for control, _ in acts.values()):
        # At first it asks, and shows nothing else that could be used.
        acts["guess"] = "[type=radio]:visible", lambda one: one.check()
    for act, (control, use) in acts.items():
        if figure.locator(control).count():
            before = figure.evaluate(SEEN)
            use(figure.locator(control).first)
            changed[act] = figure.evaluate(SEEN) != before
    return changed


def _by_keys(control):
    at = control.evaluate("e => e.value ?? e.ariaValueText")
    control.press("ArrowRight")
    if control.evaluate("e => e.value ?? e.ariaValueText") == at:  # at its end
        control.press("ArrowLeft")


def _by_mouse(control):
    control.scroll_into_view_if_needed()
    box = control.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    right = 60 * control.evaluate(ROOM)
    mouse = control.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + right, y + 30, steps=4)
    mouse.up()


class Reader:
    """A browser window on the page of one figure."""

    def __init__(
        self, browser, site, tag, *, hash="", script="", seen=True, **settings
    ):
        settings = {"viewport": {"width": 1200, "height": 1000}} | settings
        self.context = browser.new_context(**settings)
        self.context.set_default_timeout(60_000)  # a guard, on a busy machine
        self.page = self.context.new_page()
        self.page.add_init_script(script)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(f"{site}/book/{FIGURES[tag]}.html{hash}")
        self.figure = self.page.locator(tag).first
        self.written = self.figure.evaluate("element => element.outerHTML")
        if seen:
            self.figure.evaluate(INTO_SIGHT)

    def begin_anew(self, color_scheme):
        """Put a figure that nobody has touched in the place of this one, in sight.

        It is what the page would show if it were opened again, which takes longer.
        """
        self.page.mouse.move(0, 0)
        self.page.emulate_media(color_scheme=color_scheme)
        self.figure.evaluate(ANEW, self.written)

    def play(self):
        """Wait until the figure is built."""
        self.figure.locator(".built").wait_for()
        return self

    def button(self, name):
        """Return a button by its name."""
        return self.figure.get_by_role("button", name=name, exact=True)

    def keep_busy(self):
        """Give the figure points that it never gets done with."""
        if self.figure.get_attribute("data") == "separable":
            self.choose("Points", "xor")

    def run(self):
        """Let the figure move, and not come to an end."""
        self.keep_busy()
        self.figure.get_by_role("button", name=re.compile("^Run")).click()

    def slider(self, name):
        """Return a slider, or a point that moves like one, by its name."""
        return self.figure.get_by_role("slider", name=name, exact=True)

    def choose(self, name, value):
        """Choose from a list."""
        self.figure.get_by_role("combobox", name=name, exact=True).select_option(value)

    def drag(self, name, right, down):
        """Take a point by its middle and move it by so many pixels, with the mouse."""
        box = self.slider(name).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + right, y + down, steps=4)
        self.page.mouse.up()

    def swipe(self, name, right, down):
        """Take a point by its middle and move it by so many pixels, with a finger."""
        box = self.slider(name).bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        finger = self.context.new_cdp_session(self.page)
        for step in range(9):
            place = {"x": x + right * step / 8, "y": y + down * step / 8}
            kind = "touchMove" if step else "touchStart"
            touch = {"type": kind, "touchPoints": [place]}
            finger.send("Input.dispatchTouchEvent", touch)
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def address(self, *parts):
        """Wait until the page's address holds all this, and return what follows "#"."""
        holds = "parts => parts.every(part => location.hash.includes(part))"
        self.page.wait_for_function(holds, arg=list(parts))
        return self.page.evaluate("location.hash")

    def says(self, pattern, timeout=60_000):
        """Wait until the figure says so, and return all that it says."""
        text = self.figure.locator(".status").filter(has_text=re.compile(pattern))
        text.wait_for(timeout=timeout)
        return text.text_content()
