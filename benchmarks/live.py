"""How long a reader waits for a cell that runs in the page, and what it brings.

Run by ``make bench``, after ``make lite`` and ``make book``.
"""

import json
import time
from pathlib import Path

from chromium import PROGRAM, compressed, visiting

SITE = Path(__file__).resolve().parents[1] / "_build" / "html"
LIVE = SITE / "_static" / "live"
PAGE = "training/computational_graph"
FIRST, SECOND = 12, 0.3  # seconds
READ = 2  # kB


def seconds(page, cell):
    """Return how long a cell runs, from the press on."""
    start = time.perf_counter()
    cell.locator(".edit-and-run, .live-run").press("Enter")
    cell.locator(".live-run:enabled").wait_for(timeout=120_000)
    cell.locator(".live-output").wait_for()
    return time.perf_counter() - start


def report(browser, address):
    """Print seconds and bytes."""
    page = browser.new_context().new_page()
    page.goto(f"{address}/book/{PAGE}.html")
    cell = page.locator("div.cell", has_text="draw(loss)").first
    first, second = (seconds(page, cell) for _ in range(2))
    brought = json.loads((LIVE / "chapters" / f"{PAGE}.json").read_text("utf-8"))
    weight = len(compressed(SITE / "_static" / "live.js")) / 1e3
    print(f"Edit and run, {PAGE}: {brought['bytes'] / 1e6:.0f} MB, once")
    print(f"  first press to first output   {first:5.1f} s   (aim {FIRST})")
    print(f"  the second run                {second:5.2f} s   (aim {SECOND})")
    print(f"  a page that is only read      {weight:5.1f} kB  (aim {READ})")


if __name__ == "__main__":
    if not PROGRAM or not (LIVE / "site.json").exists():
        print("Cells in the page: not measured, it needs make lite and Chromium")
    else:
        with visiting(SITE) as (browser, address):
            report(browser, address)
