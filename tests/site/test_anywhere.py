"""Figures play wherever readers open the site: from disk, in a sandboxed frame."""

import pytest
from annbook.chapters import ROOT
from complaints import complaints_of
from reader import FIGURES, INTO_SIGHT, play_by_hand

SITE = ROOT / "_build" / "html"
# A learning platform shows a page so: without an origin, so without storage.
FRAME = '<iframe sandbox="allow-scripts" width="1000" height="900" src="{}"></iframe>'
HTML = {"content_type": "text/html"}
UNPLAYED = ".unplayed"
GROUND = "getComputedStyle(document.body).backgroundColor"
FRAMED = "ann-digits", "ann-learner", "ann-perceptron", "ann-playground"


@pytest.fixture
def play(browser, tag):
    """Return a function that opens a page and plays its first figure, at 320 px."""
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    complaints = complaints_of(page)

    def play(address, frame=None):
        if frame:
            page.route(address, lambda route: route.fulfill(body=frame, **HTML))
        page.goto(address)
        shown = page.frames[-1]
        figure = shown.locator(tag).first
        figure.evaluate(INTO_SIGHT)
        figure.locator(".built").wait_for()
        changed = play_by_hand(figure)
        assert changed
        assert all(changed.values()), changed
        assert not figure.locator(UNPLAYED).is_visible()
        look = figure.locator(".figure").evaluate("e => getComputedStyle(e).display")
        assert look == "flex"  # its style sheet is there
        return shown

    yield play
    context.close()
    assert complaints == []


def test_a_figure_plays_from_disk(site, play, tag):
    shown = play((SITE / "book" / f"{FIGURES[tag]}.html").as_uri())
    assert shown.evaluate(GROUND) == "rgb(255, 255, 255)"


# The week takes the others. Of all, the playground asks most of a frame: its address.
@pytest.mark.parametrize(
    "tag",
    [
        tag if tag in FRAMED else pytest.param(tag, marks=pytest.mark.weekly)
        for tag in sorted(FIGURES)
    ],
)
def test_a_figure_plays_in_a_sandboxed_frame(site, play, tag):
    address = f"{site}/book/{FIGURES[tag]}.html"
    shown = play(f"{site}/platform.html", FRAME.format(address))
    assert shown.evaluate("origin") == "null"
    assert shown.evaluate(GROUND) == "rgb(255, 255, 255)"


def test_where_scripts_cannot_run_a_figure_is_a_picture_and_says_so(visit, tag):
    reader = visit(tag, java_script_enabled=False)
    reader.figure.locator(UNPLAYED).wait_for()
    picture = reader.figure.locator(".only-light")
    assert picture.is_visible()
    assert len(picture.get_attribute("alt")) > 60
    reader.page.emulate_media(media="print")
    assert not reader.figure.locator(UNPLAYED).is_visible()
    assert picture.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_a_script_a_page_is_as_light_or_dark_as_the_system(
    site, browser, scheme
):
    shades = []
    for script in (True, False):
        context = browser.new_context(color_scheme=scheme, java_script_enabled=script)
        page = context.new_page()
        page.goto(f"{site}/book/glossary.html")
        look = page.locator(".bd-article a.reference").first
        shades.append(look.evaluate("e => getComputedStyle(e).color"))
        shades.append(page.evaluate(GROUND))
        context.close()
    assert shades[:2] == shades[2:]


def test_a_missing_page_leads_back_from_any_folder(site, browser):
    page = browser.new_page()
    page.route(
        "**/ann-book/**",
        lambda route: route.continue_(url=route.request.url.replace("/ann-book", "")),
    )
    page.goto(f"{site}/ann-book/404.html")
    page.locator("article p a").click()
    assert page.url == f"{site}/ann-book/book/index.html"
    page.close()
