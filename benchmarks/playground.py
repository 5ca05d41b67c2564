"""How much faster the playground's engine is than one of objects, in Chromium.

Run by ``make bench``. Both engines run on the same page, one after the other.
"""

from pathlib import Path

from chromium import PROGRAM, visiting

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 5
PAGES = 3


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
    if not PROGRAM:
        print("the playground's engine: not measured (apt-get install chromium)")
        return
    with visiting(ROOT) as served:
        runs = [measured(*served) for _ in range(PAGES)]
    # Other programs can only slow a run down: the fastest of each engine counts.
    typed, objects = (max(rates) for rates in zip(*runs, strict=True))
    ratio = typed / objects
    verdict = "ok" if ratio >= LIMIT else "missed"
    print(f"the playground's engine, in Chromium   {typed:9,.0f} updates a second")
    print(f"an engine of objects, on the same page {objects:9,.0f} updates a second")
    print(f"ratio {ratio:42.1f} (at least {LIMIT}: {verdict})")


if __name__ == "__main__":
    main()
