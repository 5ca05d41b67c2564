"""What was read is read again without a network, and old pages do not stay."""

import contextlib
import shutil
import time

import pytest
from serving import SITE, Server

FIRST, OTHER = "book/history/xor.html", "book/history/perceptron.html"
PROGRESS = "book/progress.html"
READY = """new Promise(ready => {
    const workers = navigator.serviceWorker;
    if (workers.controller) ready();
    else workers.addEventListener("controllerchange", ready, { once: true });
})"""
PATIENCE = 20  # seconds


@pytest.fixture
def books(tmp_path):
    """Return a folder with two copies of the site's pages, below one address."""
    skipped = shutil.ignore_patterns("lite", "notebooks", "_sources", "*.png")
    for name in ("one", "two"):
        shutil.copytree(SITE, tmp_path / name, ignore=skipped)
    return tmp_path


@contextlib.contextmanager
def visit(browser, address):
    """Yield a page with service workers, when that of the address is at work."""
    context = browser.new_context(service_workers="allow", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    page.evaluate(READY)
    yield page
    context.close()


def test_what_was_read_is_read_offline_and_a_new_site_takes_the_place_of_the_old(
    browser, books
):
    server = Server(books)
    address = server.address
    with visit(browser, f"{address}/one/{FIRST}") as page:
        server.close()
        refused = []
        page.on("requestfailed", lambda request: refused.append(request.url))
        page.reload(wait_until="networkidle")
        assert page.title() == title_of(books / "one" / FIRST)
        # pictures further down and figures too, which the first visit did not reach
        lost = """() => [...document.images].filter(picture => {
            picture.loading = "eager"; return picture.src.includes("/one/_images");
        }).map(picture => picture.decode().then(() => "", () => picture.src))"""
        pictures = page.evaluate(f"async () => Promise.all(({lost})())")
        assert pictures
        assert set(pictures) == {""}
        assert page.locator("figure .interactive").first.is_visible()
        assert page.evaluate("document.fonts.check('1em book')")
        assert refused == []

        page.goto(f"{address}/one/{OTHER}?from=there#part")
        assert page.title() == "You are offline"
        assert page.locator("li a").all_inner_texts() == [
            title_of(books / "one" / each).partition(" — ")[0]
            for each in (FIRST, PROGRESS)
        ]
        page.goto(f"{address}/one/{PROGRESS}")
        page.get_by_role("button", name="Remember my progress").wait_for()
        page.keyboard.press("Control+k")
        said = page.locator("dialog .search-status")
        said.filter(has_text="needs the network").wait_for()

        server = Server(books, server.server_port)
        page.keyboard.type("neuron")  # there is one again: no reload
        page.locator(".search-results a").first.wait_for()
        for name in ("one", "two"):
            change(books / name / FIRST, "<title>", f"<title>New {name}: ")
        page.goto(f"{address}/one/{FIRST}")
        assert page.title().startswith("New one: ")  # the network comes first
        # what was kept is brought up to date without being visited
        page.goto(f"{address}/one/{OTHER}")
        wait_until_kept(page, OTHER, "<title>")
        change(books / "one" / OTHER, "<title>", "<title>Newer: ")
        change(books / "one" / "offline.js", '"version": "', '"version": "1')
        page.goto(f"{address}/one/{FIRST}")
        wait_until_kept(page, OTHER, "Newer: ")

        # another book below the same address has pages of its own
        page.goto(f"{address}/two/{FIRST}")
        page.evaluate(READY)
        owners = (
            "caches.keys().then(names => names.map(name => name.split('/').at(-2)))"
        )
        assert sorted(page.evaluate(owners)) == ["one", "two"]
        server.close()
        page.goto(f"{address}/one/{OTHER}")
        assert page.title().startswith("Newer: ")
        page.goto(f"{address}/two/{OTHER}")
        assert page.title() == "You are offline"


def title_of(file):
    """Return a page's title, as its tab shows it."""
    text = file.read_text(encoding="utf-8")
    return text.partition("<title>")[2].partition("</title>")[0].replace("&#8212;", "—")


def change(file, old, new):
    """Replace a text that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def wait_until_kept(page, name, word):
    """Wait until the device has a page, with a word in it."""
    text = f"caches.match('/one/{name}').then(kept => kept?.text())"
    end = time.monotonic() + PATIENCE
    while word not in (page.evaluate(text) or []):
        assert time.monotonic() < end
