"""What the first view of a page takes on a phone.

Run by ``make bench``, after ``make book``.
"""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

from chromium import PROGRAM, visiting

SITE = Path(__file__).resolve().parents[1] / "_build" / "html"
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
KINDS = {".html": "page", ".css": "style", ".woff": "font", ".js": "script"}
LIMIT = 170  # kB


def compressed(url):
    """Return how many kilobytes a file of the site takes on its way to the reader."""
    path = SITE / urlsplit(url).path.lstrip("/")
    body = path.read_bytes()
    return len(body if path.suffix in (".woff", ".png") else gzip.compress(body)) / 1e3


def first_view(browser, address, name):
    """Return the kilobytes that a page asks for, by kind."""
    context = browser.new_context(**PHONE)
    page, asked = context.new_page(), set()
    page.on("response", lambda response: asked.add(response.url))
    page.goto(f"{address}/{name}", wait_until="networkidle")
    context.close()
    weights = dict.fromkeys([*KINDS.values(), "pictures"], 0)
    for url in asked:
        kind = KINDS.get(Path(urlsplit(url).path).suffix, "pictures")
        weights[kind] += compressed(url)
    return weights


def report(browser, address):
    """Print the table."""
    kinds = [*KINDS.values(), "pictures", "in all"]
    print(f"{'first view on a phone, in kB':36}", *(f"{kind:>8}" for kind in kinds))
    for path in sorted((SITE / "book").rglob("*.html")):
        name = path.relative_to(SITE).as_posix()
        weights = first_view(browser, address, name).values()
        print(f"{name:36}", *(f"{number:8.0f}" for number in [*weights, sum(weights)]))
    print(f"{'target':36} {LIMIT:53}")


def main():
    """Serve the site to Chromium."""
    if not PROGRAM:
        print("first view on a phone: not measured (apt-get install chromium)")
        return
    with visiting(SITE) as (browser, address):
        report(browser, address)


if __name__ == "__main__":
    main()
