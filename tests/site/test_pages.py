"""The pages are light and private: nothing from elsewhere, no console error."""

import gzip
from urllib.parse import urlsplit

import pytest
from annbook.chapters import ROOT

SITE = ROOT / "_build" / "html"
LIMIT = 450_000  # bytes that the heaviest page may take, compressed


def pages():
    return sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))


def visit(browser, address, **options):
    """Open a page; return its requests and what it wrote to the console."""
    page = browser.new_page(**options)
    requests, complaints = [], []
    page.on("response", lambda response: requests.append(response))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address, wait_until="networkidle")
    return page, requests, complaints


@pytest.fixture(scope="module")
def visits(site, browser):
    """Visit every page of the site, once."""
    found = {}
    for name in pages():
        if name.startswith("_static"):
            continue
        page, responses, complaints = visit(browser, f"{site}/{name}")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        bodies = {r.url: r.body() for r in responses if r.status == 200}
        found[name] = (bodies, [r.status for r in responses], complaints, wide)
        page.close()
    return found


def test_no_page_asks_a_third_party(site, visits):
    here = urlsplit(site).netloc
    for name, (bodies, _, _, _) in visits.items():
        assert {urlsplit(url).netloc for url in bodies} <= {here}, name


def test_no_page_complains_on_the_console(visits):
    assert {name: v[2] for name, v in visits.items() if v[2]} == {}


def test_nothing_is_missing(visits):
    assert {name for name, v in visits.items() if any(s >= 400 for s in v[1])} == set()


def test_pages_with_formulas_are_light(visits):
    weights = {
        name: sum(
            len(body if url.endswith((".woff2", ".png")) else gzip.compress(body))
            for url, body in bodies.items()
        )
        for name, (bodies, _, _, _) in visits.items()
    }
    heavy = {name: weight for name, weight in weights.items() if weight > LIMIT}
    assert heavy == {}


def test_formulas_are_drawn_without_a_script(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/notation.html")
    assert page.locator("math").count() > 20
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


def test_search_finds_a_chapter(site, browser):
    page = browser.new_page()
    page.goto(f"{site}/search.html?q=perceptron")
    page.wait_for_selector("#search-results li a")
    assert page.locator("#search-results li").count() >= 2
    page.close()


@pytest.mark.parametrize("target", ["/edit/main/book/", "/issues/new", ".md"])
def test_a_chapter_has_edit_issue_and_download_buttons(site, browser, target):
    page = browser.new_page()
    page.goto(f"{site}/book/history/perceptron.html")
    assert page.locator(f'a[href*="{target}"]').count() >= 1
    page.close()
