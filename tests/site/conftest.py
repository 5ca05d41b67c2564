"""The built site, served to a real browser."""

import functools
import http.server
import threading

import pytest
from annbook.chapters import ROOT
from reader import FIGURES, Reader

SITE = ROOT / "_build" / "html"
# No script and no style inside a page has an effect.
POLICY = "script-src 'self'; style-src 'self'"


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


@pytest.fixture
def visit(browser, site):
    """Open the page of a figure; all that were opened are closed, without errors."""
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


@pytest.fixture(params=sorted(FIGURES))
def tag(request):
    """Return the name of each element in turn."""
    return request.param
