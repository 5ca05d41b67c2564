"""What the first view of a page takes, and when it is painted, on a phone.

Run by ``make bench``, after ``make book``. Network and processor are slowed down
as Lighthouse does for its phone.
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
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8}
SLOWER = 4  # times, the processor
KINDS = {".html": "page", ".css": "style", ".woff": "font", ".js": "script"}
LIMIT = 170, 1.8  # kB, seconds
PAINTS = """() => new Promise(done => {
  const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  new PerformanceObserver(list => done([first, list.getEntries().at(-1).startTime]))
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""


def compressed(url):
    """Return how many kilobytes a file of the site takes on its way to the reader."""
    path = SITE / urlsplit(url).path.lstrip("/")
    body = path.read_bytes()
    return len(body if path.suffix in (".woff", ".png") else gzip.compress(body)) / 1e3


def first_view(browser, address, name):
    """Return the kilobytes by kind, and the seconds to the first and largest paint."""
    context = browser.new_context(**PHONE)
    page, asked = context.new_page(), set()
    page.on("response", lambda response: asked.add(response.url))
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    speeds = SLOW | {"uploadThroughput": SLOW["downloadThroughput"]}
    session.send("Network.emulateNetworkConditions", speeds)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/{name}", wait_until="networkidle")
    paints = [time / 1e3 for time in page.evaluate(PAINTS)]
    context.close()
    weights = dict.fromkeys([*KINDS.values(), "pictures"], 0)
    for url in asked:
        kind = KINDS.get(Path(urlsplit(url).path).suffix, "pictures")
        weights[kind] += compressed(url)
    return weights, paints


def report(browser, address):
    """Print the table."""
    kinds = [*KINDS.values(), "pictures", "in all"]
    print(
        f"{'first view on a phone, in kB':36}",
        *(f"{kind:>8}" for kind in kinds),
        end="",
    )
    print(f"{'first':>9} {'largest paint':>14}")
    for path in sorted((SITE / "book").rglob("*.html")):
        name = path.relative_to(SITE).as_posix()
        weights, paints = first_view(browser, address, name)
        numbers = [*weights.values(), sum(weights.values())]
        print(f"{name:36}", *(f"{number:8.0f}" for number in numbers), end="")
        print(f"{paints[0]:7.1f} s {paints[1]:12.1f} s")
    print(f"{'target':36} {LIMIT[0]:53} {LIMIT[1]:22} s")


def main():
    """Serve the site to Chromium."""
    if not PROGRAM:
        print("first view on a phone: not measured (apt-get install chromium)")
        return
    with visiting(SITE) as (browser, address):
        report(browser, address)


if __name__ == "__main__":
    main()
