"""What stands around a page does what the theme's own scripts did."""

import pytest
from annbook.chapters import all_chapters
from complaints import complaints_of

CHAPTER = next((one.name for one in all_chapters() if "/" in one.name), "index")


@pytest.fixture(params=[390, 1280], ids=["phone", "wide"])
def page(site, browser, request):
    """Return a chapter in a light window, on a phone and on a wide screen."""
    context = browser.new_context(
        viewport={"width": request.param, "height": 800}, color_scheme="light"
    )
    page = context.new_page()
    errors = complaints_of(page)
    page.goto(f"{site}/book/{CHAPTER}.html")
    yield page
    context.close()
    assert errors == []


def test_before_the_first_paint_it_asks_for_one_style_sheet_and_one_font(site, browser):
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(request))
    page.goto(f"{site}/book/{CHAPTER}.html", wait_until="networkidle")
    kinds = [request.resource_type for request in asked]
    assert kinds.count("stylesheet") == kinds.count("font") == 1
    blocking = page.locator("script[src]:not([defer])")
    sources = blocking.evaluate_all("all => all.map(one => one.getAttribute('src'))")
    page.close()
    assert sources == []


def test_the_sidebar_is_there_or_opens(page):
    chapters = page.locator(".bd-docs-nav")
    button = page.locator(".primary-toggle")
    shown = chapters.is_visible()
    button.click()
    if page.viewport_size["width"] < 992:
        assert not shown
        chapters.wait_for()
        page.keyboard.press("Escape")
        chapters.wait_for(state="hidden")
        button.click()
        chapters.wait_for()
        page.mouse.click(380, 400)  # beside it
    else:
        assert shown
    chapters.wait_for(state="hidden")


def test_the_contents_open_and_lead_to_a_section(page):
    section = page.locator("#pst-page-toc-nav a").first
    if page.viewport_size["width"] < 992:
        page.locator(".secondary-toggle").click()
    section.click()
    assert page.url.endswith(section.get_attribute("href"))
    page.locator("#pst-page-toc-nav a.active").first.wait_for(state="attached")
    assert page.locator("dialog[open]").count() == 0


def test_the_contents_mark_where_a_reader_is_who_jumps(page):
    marked = page.locator("#pst-page-toc-nav a.active")
    ids = page.locator("article section > h2").evaluate_all(
        "all => all.map(heading => heading.parentElement.id)"
    )
    for section in ids[2], ids[0]:
        page.locator(f"#{section} > h2").evaluate("heading => heading.scrollIntoView()")
        page.locator(f"#pst-page-toc-nav a.active[href='#{section}']").wait_for(
            state="attached"
        )
        assert marked.count() == 1


def test_a_menu_opens_by_keyboard_inside_the_window_and_closes(page):
    button = page.locator(".dropdown-toggle").first
    menu = page.locator(".dropdown-menu").first
    button.press("Enter")
    menu.wait_for()
    box = menu.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= page.viewport_size["width"]
    page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    assert button.get_attribute("aria-expanded") == "false"


def test_code_is_copied(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    code = page.locator(".bd-article div.highlight pre >> visible=true").first
    code.hover()
    code.locator("xpath=..").locator(".copybtn").click()
    page.locator(".copybtn.success").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == code.inner_text().rstrip()


def test_icons_are_drawn_by_the_font_of_the_site(page):
    assert page.evaluate("document.fonts.check('900 16px \"Font Awesome 6 Free\"')")
    icon = page.locator(".bd-header-article .btn i >> visible=true").first
    assert icon.bounding_box()["width"] > 0
