"""Chromium, and a folder served to it, for what is measured in a browser."""

import functools
import gzip
import http.server
import io
import shutil
import threading
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import sync_playwright

PACKED = (".woff", ".png")  # files that are compressed by nature
PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")


def compressed(file):
    """Return the bytes of a file as they travel to a reader."""
    body = file.read_bytes()
    return body if file.suffix in PACKED else gzip.compress(body)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files compressed, as hosts do, and without a line per request."""

    protocol_version = "HTTP/1.1"  # one connection serves many files
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript"
    }

    def send_head(self):
        """Send what comes before a file, and return the file."""
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return None
        body = compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        if file.suffix not in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source, outputfile):
        """Send a file, unless the browser has left for another page."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def visiting(folder):
    """Give a browser, and the address at which it finds the folder."""
    handler = functools.partial(Quiet, directory=folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=PROGRAM, args=["--no-sandbox", "--disable-quic"]
        )
        yield browser, f"http://127.0.0.1:{server.server_port}"
        browser.close()
    server.shutdown()
    server.server_close()
