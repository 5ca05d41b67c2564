"""An exercise is written, checked and mended on its page, and goes on in the next."""

import axe
import pytest
from annbook.chapters import ROOT

SITE = ROOT / "_build" / "html"
FIRST, NEXT, OTHER = (
    "history/neurons",
    "history/perceptron",
    "fundamentals/anatomy",
)
FIRES = "import numpy as np\n\ndef fires(x, w, threshold):\n    return int({})\n"
SECONDS = 60  # for Python to start

pytestmark = pytest.mark.skipif(
    not (SITE / "lite" / "stamp").exists(), reason="needs the site's Python: make lite"
)


# The colors of code lie below the field's own letters.
ALIKE = """field => {
    const { font, padding } = getComputedStyle(field);
    const below = getComputedStyle(field.previousElementSibling);
    return below.font === font && below.padding === padding;
}"""


class Exercise:
    """The first exercise of a page whose code is written there."""

    def __init__(self, page, site, chapter):
        page.goto(f"{site}/book/{chapter}.html")
        self.place = page.locator(".own-code").first
        self.button("Write and check it here").click()
        self.field = self.place.locator("textarea")
        self.field.wait_for()

    def button(self, name):
        return self.place.get_by_role("button", name=name)

    def check(self, text=None, key="Control+Enter"):
        """Check a text; return what is said."""
        if text is not None:
            self.field.fill(text)
        self.field.press(key)
        self.button("Stop").or_(self.button("Check")).wait_for()
        self.button("Check").wait_for(timeout=1000 * SECONDS)
        return self.said

    @property
    def said(self):
        return self.place.get_by_role("status").inner_text()

    def upload(self, name, content):
        file = {"name": name, "mimeType": "text/plain", "buffer": content}
        self.place.locator("input[type=file]").set_input_files(file)
        self.place.get_by_role("status").locator("p").wait_for()
        return self.said


@pytest.fixture
def page(browser):
    """Return a page of a reader who has not been here, at 390 pixels."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def test_code_is_checked_and_mended_and_goes_on_in_the_next_chapter(page, site):
    first = Exercise(page, site, FIRST)
    assert "def fires(x, w, threshold):" in first.field.input_value()
    assert first.field.evaluate(ALIKE)
    assert "It returns nothing" in first.check()
    said = first.check(FIRES.format("w @ x > threshold"))
    assert "case 2 of 4" in said
    assert "At the threshold itself" in said
    page.set_viewport_size({"width": 390, "height": 300})
    scrolled = "area => { area.scrollLeft = 99; return area.scrollLeft; }"
    first.field.fill(FIRES.format(f"w @ y {30 * '+ 0 '}"))
    assert first.field.evaluate(scrolled) == 99
    assert "NameError" in first.check()
    assert first.field.evaluate("area => area.scrollLeft") == 0
    assert first.place.get_by_role("status").evaluate("""said => {
        const { top, bottom } = said.getBoundingClientRect();
        return 0 <= top && bottom < innerHeight + 1;
    }""")
    page.set_viewport_size({"width": 390, "height": 800})
    assert "NameError" in first.check(FIRES.format("w @ y"))
    first.place.get_by_role("button", name="Line 4").click()
    chosen = "area => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert first.field.evaluate(chosen) == "    return int(w @ y)"
    assert "<b>no</b>" in first.check("raise ValueError('<b>no</b>')")
    assert "Solved." in first.check(FIRES.format("w @ x >= threshold"))
    following = first.place.get_by_role("status").get_by_role("link")
    assert following.get_attribute("href") == f"{site}/book/{NEXT}.html"
    exercise = page.locator("#ex-neurons-mynet")
    exercise.get_by_role("button", name="Yes, remember it").click()
    assert exercise.locator(".solved-mark").get_attribute("aria-pressed") == "true"
    axe.load(page, ".own-code")
    options = {"rules": {"region": {"enabled": False}}}
    assert axe.violations(page, ".own-code", options) == []
    first.field.fill("while True:\n    pass")
    first.button("Check").click()
    first.button("Stop").click()
    first.place.get_by_text("Stopped.").wait_for()
    first.field.fill(FIRES.format("w @ x >= threshold"))
    second = Exercise(page, site, NEXT)
    text = second.field.input_value()
    assert "w @ x >= threshold" in text
    assert "def update(w, b, x, y, learning_rate):" in text


def test_a_file_is_taken_over_or_refused_and_nothing_is_lost(page, site):
    one = Exercise(page, site, FIRST)
    before = one.field.input_value()
    assert "this is a notebook" in one.upload("mynet.ipynb", b'{"cells": []}')
    assert one.field.input_value() == before
    own = FIRES.format("w @ x >= threshold")
    assert "taken the place" in one.upload("mynet.py", own.encode())
    with page.expect_download() as told:
        one.button("Download mynet.py").click()
    assert told.value.path().read_text() == own
    one.button("Undo").click()
    assert one.field.input_value() == before


def test_cases_beside_an_exercise_are_tried(page, site):
    one = Exercise(page, site, OTHER)
    wrong = "def absorbed(X, W, b):\n    return np.hstack([np.ones((len(X), 1)), X]), "
    said = one.check(f"import numpy as np\n{wrong}np.vstack([W, b])")
    assert "The ones come last" in said
    one.button("Start again").click()
    assert one.field.input_value().endswith("def absorbed(X, W, b):\n    ...\n")
