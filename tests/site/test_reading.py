"""What makes a page easy to read: lines, what scrolls, where the keyboard begins."""

import io
from statistics import median

import pytest
from annbook.chapters import ROOT
from PIL import Image

SITE = ROOT / "_build" / "html"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
REGIONS = {"runOnly": ["region", "landmark-unique", "landmark-one-main"]}
LETTERS = """() => {
  const range = document.createRange();
  const lines = [];
  const whole = p => p.textContent.length > 300 && !p.querySelector("math, code");
  for (const p of [...document.querySelectorAll("article section > p")].filter(whole)) {
    range.selectNodeContents(p);
    const tops = [...range.getClientRects()].map(({ top }) => Math.round(top / 10));
    lines.push(p.textContent.length / new Set(tops).size);
  }
  return lines;
}"""

# What scrolls sideways and has not been reached by the keyboard, and how much was.
FOLLOW = """window.reached = new Set();
  addEventListener("focusin", ({ target }) => reached.add(target));"""
UNREACHED = """() => {
  const wide = [...document.querySelectorAll(
      "pre, .cell_output > .output, .pst-scrollable-table-container")]
    .filter(part => part.checkVisibility() && part.scrollWidth > part.clientWidth);
  const missed = wide.filter(part => !reached.has(part));
  return [wide.length, missed.map(part => part.textContent.trim().slice(0, 60))];
}"""
# What scrolls sideways without the keyboard reaching it, and the reverse.
ASTRAY = """() => [...document.querySelectorAll(
    "pre, .cell_output > .output, .pst-scrollable-table-container")]
  .filter(part => part.checkVisibility({ contentVisibilityAuto: true }))
  .filter(part => part.scrollWidth > part.clientWidth !== (part.tabIndex === 0))
  .map(part => part.textContent.trim().slice(0, 60))"""
EFFORT = ("LayoutCount", "RecalcStyleCount")

PHONE = {"viewport": {"width": 390, "height": 800}, "is_mobile": True}
# Of each section of a page: whether it is laid out.
THERE = """() => [...document.querySelectorAll(".bd-article > section > section")]
  .map(section => section.firstElementChild
    .checkVisibility({ contentVisibilityAuto: true }))"""
# A section has a margin above its heading, or none, by what was laid out before it.
MIDDLE = """() => {
  const parts = [...document.querySelectorAll(".bd-article section > :not(section)")];
  const lies = part => part.getBoundingClientRect();
  const part = parts.find(part =>
    part.textContent && lies(part).bottom > innerHeight / 2);
  return [part.textContent, lies(part).top];
}"""


@pytest.fixture
def longest():
    """Return the page with most text."""
    page = max(SITE.glob("book/*/*.html"), key=lambda page: page.stat().st_size)
    return page.relative_to(SITE).as_posix()


def test_a_line_has_65_to_75_letters(site, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    lines = []
    for file in SITE.glob("book/*/*.html"):
        page.goto(f"{site}/{file.relative_to(SITE).as_posix()}")
        lines += page.evaluate(LETTERS)
    page.close()
    assert 62 <= median(lines) <= 75  # the last line of a paragraph is shorter


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wide", ["div.highlight pre", ".formula > div"])
def test_what_scrolls_on_a_phone_shows_it_at_its_edge(site, browser, wide, scheme):
    page = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme=scheme)
    for file in SITE.glob("book/*/*.html"):
        page.goto(f"{site}/{file.relative_to(SITE).as_posix()}")
        parts = page.locator(f"article {wide}:visible").all()
        scrolls = "e => e.scrollWidth > e.clientWidth + 40"
        if found := next((part for part in parts if part.evaluate(scrolls)), None):
            break
    found.evaluate("e => { e.style.color = 'transparent'; e.scrollIntoView(); }")
    page.wait_for_timeout(200)  # what is around has got its height
    shades = []
    for place in ("0", "e.scrollWidth"):
        found.evaluate(f"e => {{ e.scrollLeft = {place}; }}")
        picture = Image.open(io.BytesIO(found.screenshot())).convert("L")
        shades.append([picture.getpixel((picture.width - k, 2)) for k in (3, 40)])
    page.close()
    (edge, inside), (edge_at_the_end, inside_at_the_end) = shades
    assert abs(edge - inside) > 20
    assert edge_at_the_end == inside_at_the_end


def test_the_keyboard_may_go_to_the_text_at_once(site, browser, longest):
    page = browser.new_page()
    page.goto(f"{site}/{longest}")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#main-content"
    page.wait_for_function(
        "() => document.activeElement.getBoundingClientRect().top >= 0"
    )
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1
    page.close()


def test_the_keyboard_reaches_what_scrolls_sideways_in_any_window(
    site, browser, longest
):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{site}/{longest}", wait_until="networkidle")
    page.evaluate(FOLLOW)
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement !== document.body"):
        page.keyboard.press("Tab")
    wide, missed = page.evaluate(UNREACHED)
    assert wide > 0
    assert missed == []
    assert page.evaluate(ASTRAY) == []
    page.evaluate(
        "for (const fold of document.querySelectorAll('details')) fold.open = 1"
    )
    page.evaluate("() => new Promise(done => setTimeout(done, 100))")  # it is drawn
    assert page.evaluate(ASTRAY) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.wait_for_function(f"() => ({ASTRAY})().length === 0")
    page.close()


def test_to_see_what_scrolls_takes_a_page_few_layouts(site, browser, longest):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")

    def effort():
        numbers = session.send("Performance.getMetrics")["metrics"]
        return sum(each["value"] for each in numbers if each["name"] in EFFORT)

    page.goto(f"{site}/{longest}", wait_until="networkidle")
    assert page.locator("article pre").count() > 20
    before = effort()
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("() => innerWidth === 320")
    page.evaluate("() => new Promise(done => setTimeout(done, 100))")
    spent = effort() - before
    page.close()
    assert spent <= 8


def test_a_phone_lays_out_what_is_near_and_paper_has_all(site, browser, longest):
    page = browser.new_page(**PHONE)
    page.goto(f"{site}/{longest}")
    page.evaluate("scrollTo(0, 10)")
    page.wait_for_timeout(200)  # the contents have been marked
    there = page.evaluate(THERE)
    assert 0 < sum(there) < len(there) / 2
    page.emulate_media(media="print")
    assert all(page.evaluate(THERE))
    page.close()


def test_a_link_leads_a_phone_to_what_was_not_laid_out(site, browser, longest):
    page = browser.new_page(**PHONE)
    page.goto(f"{site}/{longest}")
    links = page.locator("#pst-page-toc-nav a").evaluate_all(
        "all => all.map(link => link.hash)"
    )
    for link in (links[len(links) // 2], links[3]):
        page.goto("about:blank")
        page.goto(f"{site}/{longest}{link}")
        active = page.locator("#pst-page-toc-nav a.active")
        active.wait_for(state="attached")
        page.wait_for_timeout(200)  # what is above has got its height
        assert active.evaluate("link => link.hash") == link
        top = page.evaluate(
            f"document.querySelector('{link}').getBoundingClientRect().top"
        )
        assert 0 < top < 100
    page.close()


# With figures above the place that are higher when they are built.
@pytest.mark.parametrize(
    ("name", "far"),
    [
        ("training/backpropagation", 700),
        ("training/backpropagation", 720),
        ("training/gradient_descent", 700),
    ],
)
def test_a_phone_shows_again_the_place_where_a_page_was_left(site, browser, name, far):
    page = browser.new_page(**PHONE)
    page.goto(f"{site}/book/{name}.html")
    for _ in range(12):
        page.mouse.wheel(0, far)
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)
    text, top = page.evaluate(MIDDLE)
    page.reload(wait_until="networkidle")
    assert all(page.evaluate(THERE))
    again, top_again = page.evaluate(MIDDLE)
    page.close()
    assert again == text
    assert abs(top - top_again) < 30


def test_nothing_lies_on_the_text_when_one_scrolls_back(site, browser, longest):
    page = browser.new_page()
    page.goto(f"{site}/{longest}")
    for place in (3000, 2000):
        page.evaluate(f"scrollTo(0, {place})")
        page.wait_for_timeout(200)
    on_top = page.evaluate(
        "document.elementFromPoint(innerWidth / 2, innerHeight * 0.9).closest('main')"
        " !== null"
    )
    assert on_top
    assert page.locator("#pst-back-to-top").count() == 0
    page.close()


def test_all_of_a_page_stands_in_regions(site, browser, longest):
    if not AXE.exists():
        pytest.skip("needs axe: npm install")
    page = browser.new_page()
    page.goto(f"{site}/{longest}")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(options)", REGIONS)
    page.close()
    assert found["passes"]
    assert [rule["id"] for rule in found["violations"]] == []
