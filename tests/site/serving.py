"""The built site as a strict server gives it."""

import functools
import http.server
import threading

from annbook.chapters import ROOT
from annbook.site.reading import HASH

SITE = ROOT / "_build" / "html"
# No script and no style inside a page has an effect, but for one line (reading.py);
# Python that a reader runs is WebAssembly.
POLICY = f"script-src 'self' '{HASH}' 'wasm-unsafe-eval'; style-src 'self'"


class Strict(http.server.SimpleHTTPRequestHandler):
    """Serve files under a strict policy, without a line per request."""

    def end_headers(self):
        """Send the policy, and, as GitHub Pages does, who may share the file."""
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *_):
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """Serves a folder on this machine, until it is closed.

    Parameters
    ----------
    folder : path-like
    port : int
        Zero takes any that is free.
    """

    daemon_threads = True

    def __init__(self, folder, port=0):
        handler = functools.partial(Strict, directory=folder)
        super().__init__(("127.0.0.1", port), handler)
        self.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def close(self):
        """Stop, as when the network is gone."""
        self.shutdown()
        self.server_close()
