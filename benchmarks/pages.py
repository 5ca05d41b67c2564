"""What the first view of a page takes on a phone: kilobytes, and time.

Run by ``make bench``, after ``make book``.
"""

from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from chromium import PROGRAM, compressed, visiting

SITE = Path(__file__).resolve().parents[1] / "_build" / "html"
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
KINDS = {".html": "page", ".css": "style", ".woff": "font", ".js": "script"}
LIMIT = 170  # kB
LARGEST = 1.8  # seconds until the largest paint
# The phone that Lighthouse simulates: its processor, and a slow mobile network.
SLOWER = 4  # than this machine
SLOW_4G = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1.6e6 / 8,  # bytes a second
    "uploadThroughput": 0.75e6 / 8,
}
VISITS = 3
# Seconds until the first and the largest paint, and those in which a touch would wait:
# what tasks take beyond 50 ms.
WATCH = """
    window.seen = { first: 0, largest: 0, blocked: 0 };
    const watch = (type, note) =>
      new PerformanceObserver(all => all.getEntries().forEach(note))
        .observe({ type, buffered: true });
    watch("paint", ({ name, startTime }) => {
      if (name === "first-contentful-paint") seen.first = startTime / 1e3;
    });
    watch("largest-contentful-paint", ({ startTime }) => {
      seen.largest = startTime / 1e3;
    });
    watch("longtask", ({ duration }) => { seen.blocked += (duration - 50) / 1e3; });"""


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
        weights[kind] += len(compressed(SITE / urlsplit(url).path.lstrip("/"))) / 1e3
    return weights


def times(browser, address, name):
    """Return the seconds of one visit to a page: first paint, largest, blocked."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{address}/{name}", wait_until="networkidle")
    page.wait_for_function("() => seen.largest > 0")
    seen = page.evaluate("seen")
    context.close()
    return seen.values()


def report(browser, address):
    """Print the table."""
    kinds = [*KINDS.values(), "pictures", "in all"]
    heads = [f"{kind:>8}" for kind in [*kinds, "first", "largest", "blocked"]]
    print(f"{'first view on a phone: kB, seconds':36}", *heads)
    for path in sorted((SITE / "book").rglob("*.html")):
        name = path.relative_to(SITE).as_posix()
        weights = first_view(browser, address, name).values()
        visits = [times(browser, address, name) for _ in range(VISITS)]
        print(
            f"{name:36}",
            *(f"{number:8.0f}" for number in [*weights, sum(weights)]),
            *(f"{median(each):8.1f}" for each in zip(*visits, strict=True)),
        )
    print(f"{'target':36} {LIMIT:53} {'':8} {LARGEST:8}")


def main():
    """Serve the site to Chromium."""
    if not PROGRAM:
        print("first view on a phone: not measured (apt-get install chromium)")
        return
    with visiting(SITE) as (browser, address):
        report(browser, address)


if __name__ == "__main__":
    main()
