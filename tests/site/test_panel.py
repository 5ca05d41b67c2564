"""A reader sets theme, size, spacing and code, and finds all so again."""

import re
from itertools import pairwise

import axe
import pytest
from annbook.chapters import ROOT, all_chapters

SITE = ROOT / "_build" / "html"
# The page with most code is the one whose code somebody may want to hide.
CODED = max(
    (f"book/{one.name}" for one in all_chapters()),
    key=lambda name: (SITE / f"{name}.html").read_text().count("cell_input"),
)
OTHER = "book/glossary"
SET = "({ ...document.documentElement.dataset })"
GROUND = "getComputedStyle(document.body).backgroundColor"
WHITE = "rgb(255, 255, 255)"
BARE = "script-src 'self'; style-src 'self'"
# Headings with a word that is broken, since a line is too short for it.
BROKEN = """() => [...document.querySelectorAll("article :is(h1, h2, h3)")].filter(
  heading => {
    const range = document.createRange();
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const { index, 0: word } of texts.currentNode.data.matchAll(/[\\w’']+/g)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (range.getClientRects().length > 1) return true;
      }
    }
    return false;
  }).map(heading => heading.textContent)"""
DENIED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { configurable: true,
    get() { throw new DOMException("denied", "SecurityError"); } });"""


@pytest.fixture
def page(site, browser):
    """Return a chapter in a light window, on a phone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, color_scheme="light"
    )
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/{CODED}.html")
    yield page
    context.close()
    assert errors == []


def choose(page, words, reset=False):
    """Open the panel if it is closed, and press what reads so."""
    if not page.locator("#reading").is_visible():
        page.locator(".reading > button").click()
    kind = "button" if reset else "label"
    exactly = re.compile(f"^\\s*{re.escape(words)}\\s*$")
    page.locator(f"#reading {kind}").filter(has_text=exactly).click()


def chosen(page):
    """Return what is set, by the names of the settings."""
    names = ("theme", "size", "spacing", "code")
    return {name: value for name, value in page.evaluate(SET).items() if name in names}


def look(page, selector, name):
    """Return how a part of the page looks, in pixels or in words."""
    style = f"e => getComputedStyle(e).{name}"
    found = page.locator(selector).first.evaluate(style)
    return float(found[:-2]) if found.endswith("px") else found


def test_each_setting_acts_is_kept_and_reset(page, site):
    text = ".bd-article section > p"
    size, spacing = look(page, text, "fontSize"), look(page, text, "lineHeight")
    assert page.evaluate(GROUND) == WHITE
    choose(page, "Dark")
    assert page.evaluate(GROUND) != WHITE
    choose(page, "130")
    assert look(page, text, "fontSize") == pytest.approx(1.3 * size)
    choose(page, "Wide")
    assert look(page, text, "lineHeight") > 1.2 * 1.3 * spacing
    code = page.locator(".cell_input >> visible=true")
    before = code.count()
    assert before
    choose(page, "Folded")
    assert code.count() == 0
    assert page.locator(".cell_output >> visible=true").count()
    own = {"theme": "dark", "size": "130", "spacing": "wide", "code": "hidden"}
    assert chosen(page) == own
    page.goto(f"{site}/{OTHER}.html")
    assert chosen(page) == own
    assert page.locator("#reading :checked").evaluate_all(
        "all => all.map(({ value }) => value)"
    ) == list(own.values())
    page.goto(f"{site}/{CODED}.html")
    assert chosen(page) == own
    choose(page, "Reset", reset=True)
    assert chosen(page) == {}
    assert page.evaluate(GROUND) == WHITE
    assert look(page, text, "fontSize") == size
    assert code.count() == before
    page.reload()
    assert chosen(page) == {}


def test_code_that_is_hidden_opens_one_by_one(page):
    choose(page, "Folded")
    page.keyboard.press("Escape")
    fold = page.locator("details.unasked").first
    fold.locator("summary").click()
    assert fold.locator(".cell_input").is_visible()
    assert page.locator("details.unasked[open]").count() == 1


@pytest.mark.parametrize("spacing", ["Normal", "Wide"])
def test_the_page_does_not_move_when_hidden_code_is_folded(page, spacing):
    choose(page, spacing)
    choose(page, "Folded")
    height = "document.querySelector('article').getBoundingClientRect().height"
    page.reload()
    page.locator("details.unasked").first.wait_for(state="attached")
    folded = page.evaluate(height)
    page.route("**/page.js*", lambda route: route.abort())
    page.reload()
    hidden = page.locator(".cell > .cell_input").count()
    assert hidden > 10
    assert page.evaluate(height) == pytest.approx(folded, abs=hidden / 2)


def test_by_keyboard_alone_it_opens_sets_and_closes(page):
    button = page.locator(".reading > button")
    button.press("Enter")
    panel = page.locator("#reading")
    panel.wait_for()
    assert button.get_attribute("aria-expanded") == "true"
    page.locator("#reading input[name=theme]").first.focus()
    page.keyboard.press("ArrowLeft")  # around the end: the last one
    assert chosen(page) == {"theme": "dark"}
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert button.get_attribute("aria-expanded") == "false"
    assert button.evaluate("e => e === document.activeElement")


def test_without_a_choice_the_page_follows_the_system_while_it_is_open(page):
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(GROUND) != WHITE
    choose(page, "Light")
    assert page.evaluate(GROUND) == WHITE
    choose(page, "System")
    assert page.evaluate(GROUND) != WHITE


def test_paper_is_as_the_book_is(page):
    for words in ("Dark", "150", "Wide"):
        choose(page, words)
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    text = ".bd-article section > p"
    assert page.evaluate(GROUND) == WHITE
    assert look(page, "html", "fontSize") <= 16
    assert look(page, text, "letterSpacing") == "normal"
    assert not page.locator(".reading").is_visible()


def test_on_a_small_phone_with_all_that_is_large_nothing_is_lost(page):
    page.set_viewport_size({"width": 320, "height": 640})
    for words in ("150", "Wide"):
        choose(page, words)
    for _ in range(2):  # with the panel open, and closed
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        boxes = page.locator(".bd-header-article .btn >> visible=true").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right])"
        )
        boxes.sort()
        assert page.evaluate(BROKEN) == []
        assert all(a[1] <= b[0] + 1 for a, b in pairwise(boxes))
        assert boxes[-1][1] <= 320
        page.keyboard.press("Escape")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_panel(page, scheme, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.locator(".reading > button").click()
    axe.load(page, ".reading")
    # It says what hinders a whole page, too: of that, nothing is left here.
    assert axe.violations(page, ".reading", axe.LOOKS) == []
    assert (
        axe.violations(page, ".reading", {"rules": {"region": {"enabled": False}}})
        == []
    )


def test_with_storage_denied_it_is_kept_until_the_page_goes(site, browser):
    context = browser.new_context(color_scheme="light")
    context.add_init_script(DENIED)
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/{OTHER}.html")
    choose(page, "Dark")
    assert chosen(page) == {"theme": "dark"}
    page.reload()
    assert chosen(page) == {}
    context.close()
    assert errors == []


def test_from_disk_it_is_kept(browser):
    page = browser.new_page(color_scheme="light")
    page.goto((SITE / f"{OTHER}.html").as_uri())
    choose(page, "Dark")
    assert chosen(page) == {"theme": "dark"}
    page.goto((SITE / f"{CODED}.html").as_uri())
    # another process may show it, before the first has written down what was chosen
    for _ in range(20):
        if chosen(page):
            break
        page.reload()
    assert chosen(page) == {"theme": "dark"}
    page.close()


def test_without_scripts_there_is_no_panel(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{OTHER}.html")
    assert not page.locator(".reading").is_visible()
    context.close()


def test_a_policy_without_the_hash_refuses_one_line_and_the_choice_comes_later(
    site, browser
):
    context = browser.new_context(color_scheme="light")
    page = context.new_page()

    def answer(route):
        found = route.fetch()
        headers = found.headers | {"content-security-policy": BARE}
        route.fulfill(response=found, headers=headers)

    page.route(f"{site}/book/**", answer)
    page.add_init_script("""window.refused = [];
      document.addEventListener("securitypolicyviolation",
        event => refused.push([event.effectiveDirective, event.blockedURI]));""")
    page.goto(f"{site}/{OTHER}.html")
    assert page.evaluate("refused") == [["script-src-elem", "inline"]]
    assert page.evaluate(GROUND) == WHITE
    choose(page, "Dark")
    page.reload()
    assert chosen(page) == {"theme": "dark"}
    context.close()
