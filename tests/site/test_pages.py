"""The pages are light and private: nothing from elsewhere, no console error.

The server sends a strict policy with every response, and the window is that of a small
phone, so that one visit to each page tells most of what follows.
"""

import gzip
import re
from itertools import cycle
from urllib.parse import urlsplit

import axe
import pytest
from annbook.chapters import ROOT, all_chapters
from matplotlib.colors import to_rgb

from annutils.palette import PAGE_ON_DARK

SITE = ROOT / "_build" / "html"
LIMIT = 170_000  # bytes that the first view of a page may take, compressed
ELEMENTS, UNPACKED = (
    800,
    220_000,
)  # at most in a drawing: a browser draws each, unpacked
CARDS = 100_000  # bytes that the chapters' pictures on the first page may add

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
# Cells are alike to axe, as are rows of tables and entries of the reference, and it
# takes long to look at them: it gets each kind of element in them once. Formulas it
# does not read.
ONCE = """() => {
  const plain = new CSSStyleSheet();  // axe sees no color through a gradient
  plain.replaceSync("article * { background-image: none !important; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, plain];
  const seen = new Set();
  for (const part of document.querySelectorAll("article :is(pre, tr, dl.py)")) {
    const kinds = [part, ...part.querySelectorAll("*")]
      .map(({ localName, className }) => `${part.localName} ${localName} ${className}`);
    if (kinds.every(kind => seen.has(kind))) part.remove();
    for (const kind of kinds) seen.add(kind);
  }
  for (const formula of document.querySelectorAll("article math")) formula.remove();
}"""
# What a reader reads as words.
WORDS = """() => {
  const words = document.body.cloneNode(true);
  const others = "code, math, pre, script, style, svg, .sig, [class*=highlight]";
  for (const other of words.querySelectorAll(others)) other.remove();
  return words.textContent;
}"""
# What the policy refuses.
WATCH = """window.refused = [];
  document.addEventListener("securitypolicyviolation", event => refused.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));"""
# Text beyond the edge of the window, where nothing that scrolls holds it.
CUT = """() => {
  const cut = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (!text.data.trim() || !box.width || box.right <= innerWidth + 1) continue;
    let around = text.parentElement;
    while (around && !/auto|scroll/.test(getComputedStyle(around).overflowX))
      around = around.parentElement;
    if (!around) cut.push(text.data.trim().slice(0, 60));
  }
  return cut;
}"""
REPEATED = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, k) => ids.indexOf(id) !== k);
}"""
# Aligned equations in which the columns meet at more than one place.
ASKEW = """() => [...document.querySelectorAll("mtable")].filter(table => {
  const inner = cell => {
    const boxes = [...cell.children].map(part => part.getBoundingClientRect());
    return [boxes[0]?.left, boxes[boxes.length - 1]?.right];
  };
  return [["before", 1], ["after", 0]].some(([name, edge]) => {
    const places = [...table.querySelectorAll(`:scope > mtr > mtd.${name}:first-child,
        :scope > mtr > mtd:first-child + mtd.${name}`)]
      .map(cell => inner(cell)[edge]).filter(place => place !== undefined);
    return Math.max(...places) - Math.min(...places) > 1;
  });
}).map(table => table.textContent)"""
PRINTED = ":not(.tag_check *)"  # checks are not
# What holds code and does not break between pages.
HELD = """all => {
  const held = new Set();
  for (const code of all.filter(each => each.checkVisibility()))
    for (let at = code; at.localName !== "article"; at = at.parentElement) {
      const { breakInside, display } = getComputedStyle(at);
      if (/avoid|flex/.test(breakInside + display)) held.add(at.className);
    }
  return [...held];
}"""
# Load, of each drawing, the version that the theme shows, as if scrolled to.
HURRY = """() => Promise.all([...document.querySelectorAll("article img")]
  .filter(image => image.checkVisibility())
  .map(image => { image.loading = "eager"; return image.decode().catch(() => {}); }))"""


# Tests of what every chapter has look at one.
CHAPTER = next((one.name for one in all_chapters() if "/" in one.name), "index")


def pages():
    """Return the pages that the server's root holds; JupyterLite's are tested apart."""
    names = (path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
    apart = ("lite/", "_static/", "404.html")
    return sorted(name for name in names if not name.startswith(apart))


class Visit:
    """What a page asked for, and what it wrote to the console."""

    def __init__(self, browser, address):
        self.answers, self.complaints = {}, []
        page = browser.new_page(viewport={"width": 320, "height": 640})
        page.add_init_script(WATCH)
        page.on("response", lambda r: self.answers.update({r.url: r.status}))
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address, wait_until="networkidle")
        self.first = list(self.answers)
        page.evaluate(HURRY)
        self.words = page.evaluate(WORDS)
        self.refused = page.evaluate("refused")
        self.extra = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        self.cut, self.repeated, self.askew = map(page.evaluate, (CUT, REPEATED, ASKEW))
        self.open = page.locator("details.admonition[open]").count()
        self.folds = page.locator("details.solution").count()
        page.close()

    def _note(self, message):
        if message.type == "error":
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def visits(site, browser):
    """Visit every page of the site, once."""
    return {name: Visit(browser, f"{site}/{name}") for name in pages()}


def test_no_page_shows_the_source_of_a_formula(visits):
    for name, visit in visits.items():
        found = re.search(r".*(\$|\\[A-Za-z]).*", visit.words)
        assert not found, f"{name}: {found[0]}"


def file_of(url):
    """Return the path of the file that the server sends."""
    return SITE / urlsplit(url).path.lstrip("/")


def compressed(url):
    """Return how many bytes a file of the site takes on its way to the reader."""
    path = file_of(url)
    body = path.read_bytes()
    return len(body if path.suffix in (".woff", ".png") else gzip.compress(body))


def test_no_page_asks_a_third_party(site, visits):
    here = urlsplit(site).netloc
    for name, visit in visits.items():
        assert {urlsplit(url).netloc for url in visit.answers} == {here}, name


def test_no_page_complains_on_the_console(visits):
    found = {name: v.complaints for name, v in visits.items() if v.complaints}
    assert found == {}


@pytest.mark.parametrize(
    "fault",
    [
        "refused",  # by the policy: a script or a style inside the page
        "repeated",  # ids
        "cut",  # text that a small phone does not show
        "askew",  # equations
        "open",  # solutions and the like
        "extra",  # pixels that a small phone shows only when scrolled sideways
    ],
)
def test_under_a_strict_policy_on_a_small_phone_no_page_has(visits, fault):
    found = {name: getattr(visit, fault) for name, visit in visits.items()}
    assert {name: what for name, what in found.items() if what} == {}


def test_every_solution_is_a_fold(visits):
    for name, visit in visits.items():
        source = SITE / "_sources" / name.replace(".html", ".md")
        if source.exists():
            assert visit.folds == source.read_text().count("{solution-start}"), name


def test_nothing_is_missing(visits):
    for name, visit in visits.items():
        bad = {url for url, status in visit.answers.items() if status >= 400}
        assert bad == set(), name


def test_pages_are_light(visits):
    heavy = {}
    for name, visit in visits.items():
        # What is searched is loaded where somebody searches: on the page for that, too.
        # The buttons of cells have a limit of their own (test_live_runner.py).
        fetched = [
            url
            for url in visit.first
            if "/_static/search/" not in url and "/_static/live.js" not in url
        ]
        weight = sum(map(compressed, fetched))
        cards = any(b'class="picture' in file_of(url).read_bytes() for url in fetched)
        if weight > LIMIT + CARDS * cards:
            heavy[name] = weight
    assert heavy == {}


def test_a_phone_is_not_kept_busy_by_a_drawing():
    heavy = {}
    for file in SITE.glob("_images/*.svg"):
        drawing = file.read_text(encoding="utf-8")
        size = len(re.findall("<(?:use|path|image|rect)", drawing)), len(drawing)
        if size[0] > ELEMENTS or size[1] > UNPACKED:
            heavy[file.name] = size
    assert heavy == {}


def faults(site, browser, looks):
    """Return what axe finds in the text of pages, which take turns with the looks."""
    page, found = browser.new_page(), {}
    texts = [name for name in pages() if name.startswith("book/")]
    for name, (theme, width) in zip(texts, cycle(looks)):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme)
        page.goto(f"{site}/{name}")
        page.evaluate(ONCE)
        axe.load(page, "article")
        bad = axe.violations(page, "article", {"rules": NOT_OURS})
        found |= {name: bad} if bad else {}
    page.close()
    return found


def test_axe_finds_nothing_in_the_text(site, browser):
    assert faults(site, browser, [("light", 1280), ("dark", 390)]) == {}


@pytest.mark.weekly
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_any_text(site, browser, theme, width):
    assert faults(site, browser, [(theme, width)]) == {}


def test_formulas_are_drawn_without_a_script(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    written = {name: (SITE / name).read_text().count("<math") for name in pages()}
    name = max(written, key=written.get)
    page.goto(f"{site}/{name}")
    assert page.locator("math").count() == written[name] > 0
    context.close()


def test_a_root_stands_on_its_line(site, browser):
    page = browser.new_page()
    name = max(pages(), key=lambda name: (SITE / name).read_text().count("<msqrt"))
    page.goto(f"{site}/{name}")
    # how far the sign reaches below what stands under it, in heights of letters
    below = page.locator("msqrt:has(> mi:only-of-type)").evaluate_all(
        """all => all.filter(root => root.checkVisibility()).map(root => {
          const height = parseFloat(getComputedStyle(root).fontSize);
          const line = root.querySelector("mspace").getBoundingClientRect().bottom;
          return (root.getBoundingClientRect().bottom - line) / height;
        })"""
    )
    assert len(below) > 5
    assert max(below) < 0.35
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_shows_and_fetches_the_drawings_of_its_theme(site, browser, scheme):
    name = max(pages(), key=lambda name: (SITE / name).read_text().count("only-dark"))
    page, fetched = browser.new_page(color_scheme=scheme), set()
    page.on("request", lambda request: fetched.add(request.url))
    page.goto(f"{site}/{name}")
    page.evaluate(HURRY)
    other = {"light": "dark", "dark": "light"}[scheme]
    shown, hidden = (
        page.locator(drawings).evaluate_all("all => all.map(i => i.src)")
        for drawings in (f"img.only-{scheme}:visible", f"img.only-{other}")
    )
    assert page.locator(f"img.only-{other}:visible").count() == 0
    assert shown
    assert len(hidden) == page.locator(f"img.only-{scheme}").count()
    assert set(shown) <= fetched
    assert not set(hidden) & fetched
    ground = "getComputedStyle(document.body).backgroundColor"
    red, green, blue = (round(255 * part) for part in to_rgb(PAGE_ON_DARK))
    dark = f"rgb({red}, {green}, {blue})"
    assert page.evaluate(ground) == (dark if scheme == "dark" else "rgb(255, 255, 255)")
    drawing = page.locator(f"img.only-{scheme}:visible").first
    look = drawing.evaluate(
        "i => { const s = getComputedStyle(i); return [s.backgroundColor, s.filter]; }"
    )
    assert look == ["rgba(0, 0, 0, 0)", "none"]
    page.close()


def test_paper_is_light_from_a_dark_screen(site, browser):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{site}/book/{CHAPTER}.html")
    page.emulate_media(media="print")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    letters = page.locator(".bd-article :is(p, .highlight span)")
    shades = letters.evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    drawings = page.locator("figure .only-light")
    assert all(each.is_visible() for each in drawings.all())
    assert page.locator("figure .only-dark:visible").count() == 0
    context.close()
    assert background == "rgb(255, 255, 255)"
    for shade in set(shades):
        red, green, blue = map(float, re.findall(r"[\d.]+", shade)[:3])
        assert red + green + blue < 384, shade


def test_on_paper_code_runs_on_folds_are_open_and_nothing_is_to_be_pressed(
    site, browser
):
    page = browser.new_page()
    name = max(pages(), key=lambda name: (SITE / name).read_text().count("cell_input"))
    page.goto(f"{site}/{name}")
    page.locator(".question.alive").first.wait_for()
    page.emulate_media(media="print")
    whole, folds = page.locator(".bd-article pre"), page.locator("details.dropdown")
    held = whole.evaluate_all(HELD)
    marks = folds.locator("summary").evaluate_all(
        "all => all.map(each => getComputedStyle(each, '::before').content)"
    )
    texts = folds.locator(f"p{PRINTED}")
    shown = texts.evaluate_all("all => all.map(p => p.checkVisibility())")
    assert held == []
    assert set(marks) == {"none"}
    assert set(shown) == {True}
    assert page.locator("button >> visible=true").count() == 0
    first, result = page.locator(f"details.hide{PRINTED}").all()[:2]
    code = first.locator(".cell_input")  # of it, what is in sight
    assert not code.is_visible()
    first.evaluate("fold => (fold.open = true)")
    assert code.is_visible()
    # as what readers predict
    result.evaluate("fold => fold.classList.add('below-input')")
    assert result.locator(".cell_input").is_visible()
    page.close()


def test_on_paper_links_have_addresses_and_the_first_page_fills_its_sheets(
    site, browser
):
    page = browser.new_page()
    page.goto(f"{site}/book/next.html")
    page.emulate_media(media="print")
    outside = page.locator(".bd-article p > a.external >> visible=true")
    said = outside.evaluate_all(
        "all => all.map(a => getComputedStyle(a, '::after').content"
        ".includes(a.getAttribute('href')))"
    )
    assert said
    assert all(said)
    page.goto(f"{site}/book/index.html")
    paper = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom"), "15mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= 5
    page.close()


@pytest.mark.parametrize("target", ["/edit/main/book/", "/issues/new", ".md"])
def test_a_chapter_has_edit_issue_and_download_buttons(site, browser, target):
    page = browser.new_page()
    page.goto(f"{site}/book/{CHAPTER}.html")
    assert page.locator(f'a[href*="{target}"]').count() >= 1
    page.close()


def test_every_page_says_what_it_is_and_where(site):
    for name in pages():
        page = (SITE / name).read_text(encoding="utf-8")
        assert re.search("<title>[^<]+</title>", page), name
        assert 'property="og:title" content="' in page, name
        assert re.search('rel="canonical" href="https://[^"]+html"', page), name
        if name.startswith("book/"):
            assert re.search('name="description" content="[^"]{20,}"', page), name


def test_search_engines_are_told_all_pages_and_that_they_are_a_book(site):
    listed = set(re.findall("<loc>(.+)</loc>", (SITE / "sitemap.xml").read_text()))
    texts = [(SITE / name).read_text(encoding="utf-8") for name in pages()]
    books = [re.findall('"@type": "Book", "name": "(.+?)"', text) for text in texts]
    own = [re.search('rel="canonical" href="([^"]+)"', text)[1] for text in texts]
    assert listed == {address for address in own if "/book/" in address}
    assert sum(map(len, books)) == 1
    assert "/sitemap.xml" in (SITE / "robots.txt").read_text()


def test_figures_equations_and_exercises_are_numbered_by_chapter(site):
    numbered = re.compile(r'class="(?:caption-number">\S+ |eqno">\()([\d.]*\d)')
    for name in pages():
        page = (SITE / name).read_text(encoding="utf-8")
        chapter = re.search(r'<h1><span class="section-number">(\d+)', page)
        found = {number.partition(".")[0] for number in numbered.findall(page)}
        if chapter:
            assert found <= {chapter[1]}, name


def test_arrow_keys_scroll_and_turn_no_page(site, browser):
    page = browser.new_page()
    page.goto(f"{site}/book/{CHAPTER}.html")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    assert page.url.endswith(f"{CHAPTER}.html")
    page.close()
