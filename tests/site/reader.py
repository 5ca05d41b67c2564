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


class Reader:
    """A browser window on the page of one figure."""

    def __init__(self, browser, site, tag, *, hash="", script="", **settings):
        settings = {"viewport": {"width": 1200, "height": 1000}} | settings
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.page.add_init_script(script)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(f"{site}/book/{FIGURES[tag]}.html{hash}")
        self.figure = self.page.locator(tag).first
        self.figure.evaluate("element => element.scrollIntoView()")

    def play(self):
        """Wait until the figure is built."""
        self.figure.locator(".built").wait_for()
        return self

    def button(self, name):
        """Return a button by its name."""
        return self.figure.get_by_role("button", name=name, exact=True)

    def run(self):
        """Let the figure move, on points that it never gets done with."""
        if self.figure.get_attribute("data") == "separable":
            self.choose("Points", "xor")
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

    def says(self, pattern, timeout=15_000):
        """Wait until the figure says so, and return all that it says."""
        text = self.figure.locator(".status").filter(has_text=re.compile(pattern))
        text.wait_for(timeout=timeout)
        return text.text_content()
