"""The pages are light and private: nothing from elsewhere, no console error."""

import gzip
import re
from urllib.parse import urlsplit

import pytest
from annbook.chapters import ROOT, all_chapters

SITE = ROOT / "_build" / "html"
LIMIT = 450_000  # bytes that a page of text, formulas and drawings may take, compressed
FIGURE = 60_000  # bytes that code, data and stills of interactive figures may add

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NOT_OURS = {
    rule: {"enabled": False}
    for rule in (
        "aria-allowed-role",  # Docutils writes the bibliography's roles
        "aria-deprecated-role",
        "aria-required-children",
        "empty-table-header",  # axe does not read MathML
        "scrollable-region-focusable",  # the theme's script and the browsers see to it
    )
}
# What a reader reads as words.
WORDS = """() => {
  const words = document.body.cloneNode(true);
  const others = "code, math, pre, script, style, svg, .sig, [class*=highlight]";
  for (const other of words.querySelectorAll(others)) other.remove();
  return words.textContent;
}"""


# Tests of what every chapter has look at one.
CHAPTER = next((one.name for one in all_chapters() if "/" in one.name), "index")


def pages():
    """Return the book's own pages; JupyterLite's have tests of their own."""
    names = (path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
    return sorted(name for name in names if not name.startswith("lite/"))


class Visit:
    """What a page asked for, and what it wrote to the console."""

    def __init__(self, browser, address):
        self.answers, self.complaints = {}, []
        page = browser.new_page()
        page.on("response", lambda r: self.answers.update({r.url: r.status}))
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address, wait_until="networkidle")
        self.words = page.evaluate(WORDS)
        page.close()

    def _note(self, message):
        if message.type == "error":
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def visits(site, browser):
    """Visit every page of the site, once."""
    return {
        name: Visit(browser, f"{site}/{name}")
        for name in pages()
        if not name.startswith("_static")
    }


def test_no_page_shows_the_source_of_a_formula(visits):
    for name, visit in visits.items():
        found = re.search(r".*(\$|\\[A-Za-z]).*", visit.words)
        assert not found, f"{name}: {found[0]}"


def compressed(url):
    """Return how many bytes a file of the site takes on its way to the reader."""
    path = SITE / urlsplit(url).path.lstrip("/")
    body = path.read_bytes()
    return len(body if path.suffix in (".woff2", ".png") else gzip.compress(body))


def test_no_page_asks_a_third_party(site, visits):
    here = urlsplit(site).netloc
    for name, visit in visits.items():
        assert {urlsplit(url).netloc for url in visit.answers} == {here}, name


def test_no_page_complains_on_the_console(visits):
    found = {name: v.complaints for name, v in visits.items() if v.complaints}
    assert found == {}


def test_nothing_is_missing(visits):
    for name, visit in visits.items():
        bad = {url for url, status in visit.answers.items() if status >= 400}
        assert bad == set(), name


def test_pages_are_light(visits):
    heavy = {}
    for name, visit in visits.items():
        weight = sum(compressed(url) for url in visit.answers)
        figure = b"<ann-" in (SITE / name).read_bytes()
        if weight > LIMIT + FIGURE * figure:
            heavy[name] = weight
    assert heavy == {}


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_the_text(site, browser, scheme, width):
    if not AXE.exists():
        pytest.skip("needs axe: npm install --no-save axe-core")
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page, found = context.new_page(), {}
    for name in pages():
        if name.startswith("book/"):
            page.goto(f"{site}/{name}")
            page.evaluate(AXE.read_text(encoding="utf-8"))
            result = page.evaluate("rules => axe.run('article', { rules })", NOT_OURS)
            assert len(result["passes"]) > 5  # a page may be a list alone
            if result["violations"]:
                found[name] = [rule["id"] for rule in result["violations"]]
    context.close()
    assert found == {}


def test_formulas_are_drawn_without_a_script(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    written = {name: (SITE / name).read_text().count("<math") for name in pages()}
    name = max(written, key=written.get)
    page.goto(f"{site}/{name}")
    assert page.locator("math").count() == written[name] > 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_on_a_phone(site, browser, scheme):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme
    )
    page = context.new_page()
    wide = {}
    for name in pages():
        if name.startswith("book/"):
            page.goto(f"{site}/{name}")
            extra = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if extra > 0:
                wide[name] = extra
    context.close()
    assert wide == {}


def test_paper_is_light_from_a_dark_screen(site, browser):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site}/book/{CHAPTER}.html")
    page.emulate_media(media="print")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    letters = page.locator(".bd-article :is(p, .highlight span)")
    shades = letters.evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    context.close()
    assert background == "rgb(255, 255, 255)"
    for shade in set(shades):
        red, green, blue = map(float, re.findall(r"[\d.]+", shade)[:3])
        assert red + green + blue < 384, shade


def test_search_finds_a_chapter(site, browser):
    page = browser.new_page()
    page.goto(f"{site}/book/{CHAPTER}.html")
    title = page.locator("article h1").evaluate("h1 => h1.firstChild.textContent")
    page.goto(f"{site}/search.html?q={max(title.split(), key=len)}")
    page.locator(f'#search-results li a[href*="{CHAPTER}"]').first.wait_for()
    page.close()


@pytest.mark.parametrize("target", ["/edit/main/book/", "/issues/new", ".md"])
def test_a_chapter_has_edit_issue_and_download_buttons(site, browser, target):
    page = browser.new_page()
    page.goto(f"{site}/book/{CHAPTER}.html")
    assert page.locator(f'a[href*="{target}"]').count() >= 1
    page.close()
