"""Formulas are copied as the TeX that they were written in."""

import re

import pytest
from annbook.chapters import ROOT

SITE = ROOT / "_build" / "html"
COPY = "Copy TeX"


def count(page):
    """Return how many formulas stand on lines of their own."""
    return page.read_text("utf-8").count('class="formula"')


@pytest.fixture
def reader(browser, site):
    """Open the page with most formulas; it may write to the clipboard."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    richest = max(SITE.glob("book/**/*.html"), key=count)
    page.goto(f"{site}/{richest.relative_to(SITE).as_posix()}")
    yield page
    context.close()


def clipboard(page):
    """Return the text that was copied."""
    return page.evaluate("navigator.clipboard.readText()")


def test_a_button_that_shows_when_pointed_at_copies_a_formula(reader):
    formula = reader.locator(".formula").first
    button = formula.get_by_role("button", name=COPY)
    opacity = "e => getComputedStyle(e).opacity"
    assert button.evaluate(opacity) == "0"
    formula.hover()
    assert button.evaluate(opacity) == "1"
    button.click()
    formula.get_by_role("button", name="Copied").wait_for()
    assert clipboard(reader) == formula.locator("annotation").text_content().strip()
    formula.get_by_role("button", name=COPY).wait_for()


def test_the_keyboard_reaches_the_button(reader):
    button = reader.locator(".formula > button").first
    button.press("Enter")
    assert button.evaluate("e => getComputedStyle(e).opacity") == "1"
    reader.get_by_role("button", name="Copied").wait_for()


def test_where_the_clipboard_is_closed_the_button_says_so(browser, reader):
    page = browser.new_page()
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    page.goto(reader.url)
    page.locator(".formula").first.get_by_role("button", name=COPY).press("Enter")
    page.get_by_role("button", name="Not allowed here").wait_for()
    page.close()


def test_a_selection_is_copied_with_its_formulas_as_tex(reader):
    paragraph = reader.locator(".bd-article section > p:has(math):has(a)").first
    paragraph.evaluate("e => getSelection().selectAllChildren(e)")
    reader.keyboard.press("ControlOrMeta+c")
    text = clipboard(reader)
    written = paragraph.locator("annotation").all_text_contents()
    assert [f"${tex}$" for tex in written] == re.findall(r"\$[^$]+\$", text)
    words = paragraph.evaluate(
        "e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data)"
    )
    assert all(part in text for part in words)


def test_a_formula_is_copied_whole_from_wherever_one_selects(reader):
    formula = reader.locator(".formula").first
    formula.locator("mi").last.evaluate("e => getSelection().selectAllChildren(e)")
    reader.keyboard.press("ControlOrMeta+c")
    tex = formula.locator("annotation").text_content().strip()
    assert clipboard(reader) == f"$${tex}$$"


def test_words_alone_are_copied_as_ever(reader):
    reader.locator("article h1").evaluate("e => getSelection().selectAllChildren(e)")
    reader.keyboard.press("ControlOrMeta+c")
    assert clipboard(reader).startswith(reader.locator("article h1").inner_text()[:4])


def test_without_a_script_there_is_no_button(browser, reader):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reader.url)
    page.locator(".formula").first.hover()
    assert not page.locator(".copy-tex").first.is_visible()
    context.close()
