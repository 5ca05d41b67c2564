"""The built site, served to a real browser."""

import contextlib
import functools

import pytest
from complaints import complaints_of
from reader import FIGURES, Reader
from serving import SITE, Server


@pytest.fixture(scope="session")
def site():
    """Serve the built site, and return its address."""
    if not (SITE / "index.html").exists():
        pytest.fail("The tests in the browser look at the built site: run make book")
    server = Server(SITE)
    yield server.address
    server.close()


@pytest.fixture
def page(browser):
    """Open a page of a phone that complains of nothing."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    complaints = complaints_of(page)
    yield page
    page.close()
    assert complaints == []


@pytest.fixture(scope="session")
def visiting(browser, site):
    """Return a context that opens figures' pages."""
    return functools.partial(visits, browser, site)


@contextlib.contextmanager
def visits(browser, site):
    """Yield what opens a figure's page; close all that it opened, without errors."""
    readers = []

    def visit(tag, **settings):
        if tag not in FIGURES:
            pytest.skip(
                f"no page shows {tag}; a chapter with this figure runs the test"
            )
        readers.append(Reader(browser, site, tag, **settings))
        return readers[-1]

    yield visit
    for reader in readers:
        reader.context.close()
        assert reader.errors == []


@pytest.fixture
def visit(visiting):
    """Open the page of a figure for one test."""
    with visiting() as visit:
        yield visit


# All tests of a file that look at one element come together.
@pytest.fixture(params=sorted(FIGURES), scope="module")
def tag(request):
    """Return the name of each element in turn."""
    return request.param


@pytest.fixture(scope="module")
def reader(visiting, tag):
    """Open the page of a figure for all tests that leave it as they found it.

    Motion is reduced: nothing moves unless a test does it.
    """
    with visiting() as visit:
        yield visit(tag, reduced_motion="reduce").play()
