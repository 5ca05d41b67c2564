"""What the text refers to is shown in place, to whoever points at it or tabs to it."""

import re

import pytest
from annbook.chapters import ROOT
from complaints import complaints_of

SITE = ROOT / "_build" / "html"
REFERENCE = ".bd-article a.reference.internal:visible"
BOX = "#preview"


def referring():
    """Return the pages that announce what their references show."""
    files = sorted(SITE.rglob("*.html"))
    return [
        file for file in files if '<meta name="previews"' in file.read_text("utf-8")
    ]


@pytest.fixture
def reader(browser, site):
    """Open a page with many references, in a window that is small."""
    page = browser.new_page(viewport={"width": 700, "height": 500})
    errors = complaints_of(page)
    page.goto(f"{site}/{max(referring(), key=links).relative_to(SITE).as_posix()}")
    yield page
    page.close()
    assert errors == []


def links(file):
    """Return how often a page refers to a term."""
    return file.read_text("utf-8").count("glossary.html#term-")


def term(page, which=0):
    """Return a reference to a term."""
    return page.locator(f'{REFERENCE}[href*="#term-"]').nth(which)


def test_every_reference_of_the_book_has_something_to_show():
    for file in referring():
        page = file.read_text("utf-8")
        name = re.search('<meta name="previews" content="([^"]+)"', page)[1]
        shown = (file.parent / name).read_text("utf-8")
        article = page[page.index("<article") : page.index("</article>")]
        found = re.findall(
            r'<a class="[^"]*reference internal" href="([^"]+)"', article
        )
        missing = [address for address in found if f'"{address}": "<' not in shown]
        assert missing == [], file
        assert " id=" not in shown, file
        for picture in re.findall(r'<img[^>]* src=\\"([^"]+)\\"', shown):
            assert (file.parent / picture).exists(), file


def test_nothing_is_loaded_before_somebody_points(reader):
    assert not reader.evaluate("'previews' in window")


def test_pointing_shows_it_as_long_as_the_pointer_is_there_or_on_it(reader):
    link = term(reader)
    word = link.text_content()
    link.hover()
    box = reader.locator(BOX)
    box.wait_for()
    assert link.get_attribute("aria-describedby") == box.get_attribute("id")
    assert box.get_attribute("role") == "tooltip"
    assert box.text_content().lower().startswith(word.lower()[:4])
    box.hover()
    reader.wait_for_timeout(600)
    assert box.is_visible()
    reader.mouse.move(1, 1)
    box.wait_for(state="detached")
    assert link.get_attribute("aria-describedby") is None


def test_escape_closes_it_until_one_points_again(reader):
    term(reader).hover()
    box = reader.locator(BOX)
    box.wait_for()
    reader.keyboard.press("Escape")
    assert box.count() == 0
    reader.mouse.move(1, 1)
    term(reader).hover()
    box.wait_for()


def test_the_keyboard_shows_it_and_goes_on(reader):
    link = term(reader)
    link.focus()
    reader.keyboard.press("Shift+Tab")
    reader.keyboard.press("Tab")
    box = reader.locator(BOX)
    box.wait_for()
    assert link.get_attribute("aria-describedby")
    reader.keyboard.press("Escape")
    assert box.count() == 0
    assert link.evaluate("e => e === document.activeElement")


def test_a_touch_follows_the_link_and_shows_nothing(browser, site, reader):
    context = browser.new_context(
        has_touch=True, viewport={"width": 700, "height": 900}
    )
    page = context.new_page()
    page.goto(reader.url)
    page.evaluate(
        """() => { window.seen = 0; new MutationObserver(() =>
        { seen += document.querySelectorAll("#preview").length; }).observe(
        document.body, {childList: true, subtree: true}); }"""
    )
    page.evaluate("addEventListener('click', event => event.preventDefault())")
    term(page).tap()
    page.wait_for_timeout(600)
    assert page.evaluate("seen") == 0
    context.close()


def test_what_is_shown_stays_in_the_window(reader):
    references = reader.locator(REFERENCE)
    box = reader.locator(BOX)
    for which in range(0, references.count(), 3):
        link = references.nth(which)
        link.hover()
        box.wait_for()
        reader.wait_for_timeout(200)
        place = box.bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 700
        assert place["y"] >= 0
        assert place["y"] + place["height"] <= 500
        around = link.bounding_box()
        apart = place["y"] >= around["y"] + around["height"]
        assert apart or place["y"] + place["height"] <= around["y"]
        reader.keyboard.press("Escape")
        reader.mouse.move(1, 1)


def test_it_is_not_printed(reader):
    term(reader).hover()
    reader.locator(BOX).wait_for()
    reader.emulate_media(media="print")
    assert not reader.locator(BOX).is_visible()


def test_it_is_shown_from_disk(browser):
    page = browser.new_page()
    page.goto(max(referring(), key=links).as_uri())
    term(page).hover()
    page.locator(BOX).wait_for()
    page.close()


def test_without_a_script_a_reference_is_a_link(browser, site, reader):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.url)
    term(page).click()
    assert "#term-" in page.url
    context.close()
