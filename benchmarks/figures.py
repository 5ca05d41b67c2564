"""How smooth the interactive figures are, in Chromium, on the built site.

Run by ``make bench``, after ``make book``.
"""

import sys
from itertools import product
from pathlib import Path

from chromium import PROGRAM, visiting

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "html"
sys.path[:0] = [str(ROOT / "book" / "_ext"), str(ROOT / "tests" / "site")]

from reader import FIGURES, Reader  # noqa: E402

LONG = 50  # milliseconds after which a task makes a page feel stuck
# Longest task in building a figure. Other programs may interrupt a task, so that the
# shortest of some attempts counts.
LONGEST = """async element => {
      const attempts = [];
      for (let attempt = 0; attempt < 5; attempt++) {
        const tasks = [];
        const update = element.update;
        const timed = work => () => {
          const start = performance.now();
          work.call(element);
          tasks.push(performance.now() - start);
        };
        element.update = timed(update);
        element.stage.replaceChildren();
        timed(element.construct)();
        await new Promise(done => setTimeout(done, 50));
        attempts.push(tasks.length < 2 ? Infinity : Math.max(...tasks));
      }
      return Math.min(...attempts);
    }"""
RATE = """() => new Promise(done => {
      let frames = 0;
      const start = performance.now();
      const count = now => {
        frames += 1;
        if (now - start < 2000) requestAnimationFrame(count);
        else done([1000 * frames / (now - start), frames]);
      };
      requestAnimationFrame(count);
    })"""
# The network of the defaults, which a page may have changed, in a run without an end.
ITS_DEFAULTS = """element => {
      for (const name of ["data", "layers", "activation", "tools"]) {
        element.chosen(name, element.kind.options[name].fallback);
      }
      element.game.eager = true;
    }"""
UPDATES = "element => element.game.trainer.updates"
FAST = 3000  # updates, after which a run makes more in each picture

FRAME = 16  # milliseconds between two pictures of a screen
DRAGGED = (
    "g.handle:not(.press, .scrub)",
    "g.scrub",
    "[type=range]:enabled",
    "canvas.pad:not(.seen)",
    ".tile[role=slider]",
)
PLACES = [(0, 0), (8, 4), (20, 12), (32, 24), (44, 16), (60, 30), (30, -20), (-30, 10)]
ATTEMPTS = 3
TWO_PICTURES = """() => new Promise(done =>
      requestAnimationFrame(() => requestAnimationFrame(done)))"""


def scripted(session):
    """Return the milliseconds that the page's scripts have taken so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(m["value"] for m in metrics if m["name"] == "ScriptDuration")


def answers(reader):
    """Return how long scripts answer to a step of a drag, at the slowest place.

    First and last of each kind of what is dragged. Of each place, the fastest attempt
    counts: other programs may interrupt one.

    Returns
    -------
    float or None
        In milliseconds; None where nothing is dragged.
    """
    session = reader.context.new_cdp_session(reader.page)
    session.send("Performance.enable")
    slowest = []
    for kind in DRAGGED:
        controls = reader.figure.locator(f"{kind}:visible")
        for control in (controls.first, controls.last)[: controls.count()]:
            slowest.append(dragged(reader, control, lambda: scripted(session)))
    return max(slowest, default=None)


def dragged(reader, control, clock):
    """Drag a control; return how long the answer to the slowest step takes."""
    control.scroll_into_view_if_needed()
    box = control.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = reader.page.mouse
    mouse.move(x, y)
    mouse.down()
    took = {place: [] for place in PLACES}
    for _, (right, down) in product(range(ATTEMPTS), PLACES):
        reader.page.evaluate(TWO_PICTURES)
        before = clock()
        mouse.move(x + right, y + down)
        reader.page.evaluate(TWO_PICTURES)
        took[right, down].append(clock() - before)
    mouse.up()
    return max(map(min, took.values()))


def report(browser, address):
    """Print the table."""
    print(f"{'the figures':44} {'measured':>10} {'target':>8}")
    for tag in sorted(FIGURES):
        reader = Reader(browser, address, tag).play()
        longest = reader.figure.evaluate(LONGEST)
        print(f"{f'longest task in building {tag}':44} {longest:7.0f} ms {LONG:5} ms")
        answer = answers(reader)
        took = "nothing to drag" if answer is None else f"{answer:7.1f} ms {FRAME:5} ms"
        print(f"{f'answer to a step of a drag, {tag}':44} {took}")
        reader.context.close()
    if "ann-playground" in FIGURES:
        reader = Reader(browser, address, "ann-playground").play()
        reader.figure.evaluate(ITS_DEFAULTS)
        reader.button("Run").click()
        while (before := reader.figure.evaluate(UPDATES)) < FAST:
            reader.page.wait_for_timeout(100)
        rate, frames = reader.page.evaluate(RATE)
        updates = (reader.figure.evaluate(UPDATES) - before) / frames
        print(f"{'pictures a second of the playground':44} {rate:10.0f} {60:8}")
        print(f"{'updates in each, of its default network':44} {updates:10.0f} {100:8}")
        reader.context.close()


def main():
    """Serve the site to Chromium."""
    if not PROGRAM:
        print("the figures: not measured (apt-get install chromium)")
        return
    with visiting(SITE) as (browser, address):
        report(browser, address)


if __name__ == "__main__":
    main()
