"""Cells are edited and run where they stand, by a reader, under a strict policy."""

import html
import json
import re

import axe
import nbformat
import pytest
from annbook.chapters import ROOT, Chapter
from annbook.results.tolerance import TOLERANCE, between
from annbook.site import live
from annbook.site.live import runner
from annbook.site.reader import tags
from complaints import complaints_of

SITE = ROOT / "_build" / "html"
LIVE = SITE / "_static" / "live"
PAGE = "training/computational_graph"
CHAPTERS = sorted(
    path.relative_to(LIVE / "chapters").with_suffix("").as_posix()
    for path in LIVE.glob("chapters/*/*.json")
)
RECORDED = "application/papermill.record/text/plain"
SECONDS = 60_000  # milliseconds; the machine may be busy

pytestmark = pytest.mark.skipif(
    not (LIVE / "site.json").exists(), reason="the site has no Pyodide: make lite"
)


@pytest.fixture(scope="module")
def page(browser, site):
    """Open a chapter whose cells run; what it complains of is an error."""
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    complaints = complaints_of(page)
    page.goto(f"{site}/book/{PAGE}.html")
    page.set_default_timeout(SECONDS)
    yield page
    context.close()
    # What a test tries is refused, and the browser says so.
    assert [each for each in complaints if "unsafe-eval" not in each] == []


@pytest.mark.parametrize(
    ("chapter", "words"),
    [
        ("training/optimizers", "Needs TensorFlow: run in Colab"),
        ("practice/mynet", "Needs the data files: run in Colab"),
        ("generalization/combining", "Needs minutes of computing: run in Colab"),
        ("training/vectorization", "Compares times: run in Colab"),
    ],
)
def test_a_cell_that_needs_more_than_a_browser_has_offers_colab(
    browser, site, chapter, words
):
    page = browser.new_page()
    page.goto(f"{site}/book/{chapter}.html")
    link = page.locator("div.cell a.edit-and-run").first
    assert link.text_content() == words
    assert link.get_attribute("href").endswith(f"/notebooks/{chapter}.ipynb")
    assert "colab.research.google.com" in link.get_attribute("href")
    page.close()


class Cell:
    """A cell of a page, as its reader uses it."""

    def __init__(self, page, text):
        self.page = page
        self.box = page.locator("div.cell", has_text=text).first
        self.area = self.box.locator("textarea")

    def open(self):
        self.box.locator(".edit-and-run").press("Enter")
        self.wait()
        return self

    def run(self, old="", new=""):
        """Change the code, and run it."""
        self.area.fill(self.area.input_value().replace(old, new))
        self.area.press("Control+Enter")
        return self.wait()

    def wait(self):
        """Wait until it has run; return what the cell shows."""
        self.box.locator(".live-run:enabled").wait_for()
        return self.box.locator(".live-output").inner_text()

    def press(self, name):
        self.box.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_cell_of_a_page_is_known_in_its_place(name):
    known = json.loads((LIVE / "chapters" / f"{name}.json").read_text("utf-8"))
    page = (SITE / "book" / f"{name}.html").read_text("utf-8")
    _, *shown = re.split(r'<div class="cell(?: [^"]*)? docutils container">', page)
    assert len(shown) == len(known["cells"])
    for source, cell in zip(known["cells"], shown, strict=True):
        code = re.search(r"<pre>(.*?)</pre>", cell, re.DOTALL)[1]
        text = html.unescape(re.sub("<[^>]*>", "", code))
        assert text.strip() == source.strip()


def test_the_first_button_is_in_sight_with_words_and_not_printed(page):
    shown = "all => all.map(one => getComputedStyle(one).opacity === '1')"
    buttons = page.locator(".edit-and-run")
    assert [i for i, seen in enumerate(buttons.evaluate_all(shown)) if seen] == [0]
    note = page.get_by_text(live.NOTE)
    assert note.is_visible()
    assert buttons.first.is_visible()
    page.emulate_media(media="print")
    assert not note.is_visible()
    page.emulate_media(media="screen")


def test_a_reader_edits_breaks_mends_and_stops_a_cell(page):
    cell = Cell(page, "for node in (z, e):")
    printed = cell.box.locator(".cell_output").inner_text()
    cell = cell.open()
    assert cell.wait().strip() == printed.strip()
    assert "-12.5" in cell.run("for node", "print(2.5 * -5)\nfor node")

    shown = cell.run("(z, e)", "(z, wrong)")
    assert "Line 2" in shown
    assert "NameError: name 'wrong' is not defined" in shown
    cell.press("Line 2")
    selected = "a => a.value.slice(a.selectionStart, a.selectionEnd)"
    assert cell.area.evaluate(selected).startswith("for node in (z, wrong)")

    cell.area.fill("z.wrong" + 100 * " + 0.0")
    scrolled = "area => { area.scrollLeft = 99; return area.scrollLeft; }"
    assert cell.area.evaluate(scrolled) == 99
    cell.area.press("Control+Enter")
    assert "AttributeError" in cell.wait()
    assert cell.area.evaluate("area => area.scrollLeft") == 0

    cell.area.fill("while True:\n    pass")
    cell.area.press("Shift+Enter")
    cell.press("Stop")
    cell.wait()
    assert "starts again" in cell.box.locator(".live-status").inner_text()

    cell.press("Reset")
    assert cell.box.locator(".cell_output").inner_text() == printed
    cell.open()
    assert cell.wait().strip() == printed.strip()


def test_a_check_that_does_not_hold_is_told_and_stops_nothing(page):
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    above = Cell(page, "order = loss.topological_order()").open()
    above.run("gradient[loss] = 1.0", "gradient[loss] = 2.0")
    below = Cell(page, "factors = [Value(k)").open()
    shown = below.wait()
    assert "3628800, 1814400" in shown
    assert "A check above does not hold here: the loop differs" in shown
    below.press("Go to that cell")
    check = page.evaluate("document.activeElement.closest('.cell').textContent")
    assert "the loop differs" in check
    above.press("Reset")


def test_pictures_tables_and_figures_are_elements_and_markup_is_text(page):
    cell = Cell(page, "for node in (z, e):")
    cell.area.fill("""\
import numpy as np
plt.plot(np.arange(3))
plt.show()
print("<img src=x onerror=alert(1)>")
widgets.backpropagation()""")
    shown = cell.run()
    assert "<img src=x onerror=alert(1)>" in shown
    picture = cell.box.locator(".live-picture img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)")
    assert "#live-dark" in picture.evaluate("image => getComputedStyle(image).filter")
    figure = cell.box.locator("ann-backpropagation")
    figure.scroll_into_view_if_needed()
    figure.get_by_role("button").first.wait_for()


def test_python_keeps_away_from_what_the_site_keeps_on_the_device(page):
    cell = Cell(page, "for node in (z, e):")
    cell.area.fill("""\
import js
names = "indexedDB", "caches", "BroadcastChannel", "Worker", "SharedWorker"
print([name for name in names if hasattr(js, name)], hasattr(js.navigator, "storage"))
try:
    js.eval("1 + 1")
except Exception as error:
    print(error)""")
    shown = cell.run()
    assert shown.startswith("[] False")
    assert "EvalError" in shown


def test_the_keyboard_writes_code_and_leaves(page):
    area = Cell(page, "for node in (z, e):").area
    area.fill("")
    area.press_sequentially("if 1:\n2")
    assert area.input_value() == "if 1:\n    2"
    area.press("Tab")
    assert area.input_value() == "if 1:\n    2   "
    area.press("Escape")
    area.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"


def test_axe_finds_nothing_while_a_cell_is_edited(page):
    cell = Cell(page, "for node in (z, e):")
    cell.area.fill("print(1)\n1 / 0")
    cell.run()
    axe.load(page, "div.cell:has(.live-error)")
    options = {"rules": {"region": {"enabled": False}}}
    assert axe.violations(page, ".cell", options) == []
    page.emulate_media(color_scheme="light")
    assert axe.violations(page, ".cell", axe.LOOKS) == []


# All that a chapter takes is there from the start: what comes late would start it anew.
RUN = """async ([name, left]) => {
  const { start } = await import("/_static/live/python.js");
  const known = async name => (await fetch(`/_static/live/${name}.json`)).json();
  const { cells } = await known(`chapters/${name}`);
  const { modules } = await known("site");
  const python = await start({ packages: Object.values(modules) });
  const results = [];
  for (const [cell, source] of cells.entries())
    if (!left.includes(cell)) results.push(await python.run(source, { cell }));
  python.stop();
  return results;
}"""


def notebook(texts):
    """Return cells that have printed these texts, spaces and lines made alike."""
    cells = []
    for text in texts:
        printed = nbformat.v4.new_output("stream", text=" ".join(text.split()))
        cells.append(nbformat.v4.new_code_cell(outputs=[printed]))
    return nbformat.v4.new_notebook(cells=cells)


def words(rows):
    return " ".join(text for row in rows for text, *_ in row)


def committed(output):
    """Return what an output says in text: neither pictures nor figures are."""
    data = output.get("data", {})
    if "text/html" in data:
        return words(runner.table(data["text/html"]))
    is_picture = any(kind.startswith("image/") for kind in data)
    plain = "" if is_picture else data.get("text/plain", "")
    return output.get("text") or data.get(RECORDED) or plain


def shown(output):
    """Return the same of what the browser shows."""
    if output["kind"] == "table":
        return words(output["rows"])
    return output["text"] if output["kind"] in {"text", "recorded"} else ""


@pytest.mark.weekly
@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_computes_in_the_page_what_its_results_say(page, name):
    chapter = Chapter(name, ROOT)
    cells = live.cells(chapter)
    # Of times, a page has nothing to say.
    left = [i for i, cell in enumerate(cells) if "times" in tags(cell)]
    results = page.evaluate(RUN, [name, left])
    cells = [cell for i, cell in enumerate(cells) if i not in left]
    wrong = [(i, each["error"]) for i, each in enumerate(results) if each["error"]]
    assert wrong == []
    before = notebook(" ".join(map(committed, cell.outputs)) for cell in cells)
    after = notebook(" ".join(map(shown, each["outputs"])) for each in results)
    found = between(
        before, after, chapter.notebook().metadata.get("tolerance", TOLERANCE)
    )
    assert not found.beyond, found
