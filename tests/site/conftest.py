"""The built site, served to a real browser."""

import contextlib
import functools
import http.server
import threading

import pytest
from annbook.chapters import ROOT
from annbook.site.reading import HASH
from reader import FIGURES, Reader

SITE = ROOT / "_build" / "html"
# No script and no style inside a page has an effect, but for one line (reading.py).
POLICY = f"script-src 'self' '{HASH}'; style-src 'self'"


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serve files under a strict policy, without a line per request."""

    def end_headers(self):
        """Send the policy, and, as GitHub Pages does, who may share the file."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="session")
def site():
    """Serve the built site, and return its address."""
    if not (SITE / "index.html").exists():
        pytest.fail("The tests in the browser look at the built site: run make book")
    handler = functools.partial(Strict, directory=SITE)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


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
