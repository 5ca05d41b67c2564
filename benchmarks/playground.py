"""How much faster the playground's engine is than one of objects, in Chromium.

Run by ``make bench``. Both engines run on the same page, one after the other.
"""

import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 5
PAGES = 3


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serve files without a line per request."""

    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".mjs": "text/javascript"
    }

    def log_message(self, *_):
        """Say nothing."""


def measured(browser, address):
    """Return the updates per second of both engines, in a page of their own."""
    page = browser.new_page()
    page.goto(f"{address}/book/_static/favicon.svg")
    found = page.evaluate(
        "async () => (await import('/benchmarks/playground.mjs')).updates"
    )
    page.close()
    return found["typed"], found["objects"]


def main():
    """Print the table."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        print("the playground's engine: not measured (apt-get install chromium)")
        return
    handler = functools.partial(Quiet, directory=ROOT)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-quic"]
        )
        runs = [measured(browser, address) for _ in range(PAGES)]
        browser.close()
    server.shutdown()
    server.server_close()
    # Other programs can only slow a run down: the fastest of each engine counts.
    typed, objects = (max(rates) for rates in zip(*runs, strict=True))
    ratio = typed / objects
    verdict = "ok" if ratio >= LIMIT else "missed"
    print(f"the playground's engine, in Chromium   {typed:9,.0f} updates a second")
    print(f"an engine of objects, on the same page {objects:9,.0f} updates a second")
    print(f"ratio {ratio:42.1f} (at least {LIMIT}: {verdict})")


if __name__ == "__main__":
    main()
