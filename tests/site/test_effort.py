"""What figures ask of the reader's machine, and when they move."""

import pytest
from reader import COUNT_CHANGES

RUNNING = "ann-perceptron", "ann-playground"
# How many tasks building a figure takes: others find their turn in between.
TASKS = """async element => {
      let tasks = 1;
      const update = element.update;
      element.update = () => { tasks += 1; update.call(element); };
      element.stage.replaceChildren();
      element.construct();
      // After those that are waiting, however many there are.
      for (let turns = 0; tasks < 2 && turns < 200; turns += 1)
        await new Promise(done => setTimeout(done, 10));
      return tasks;
    }"""
COUNT = """
    window.counted = { frames: 0, requests: 0 };
    const ask = requestAnimationFrame;
    window.requestAnimationFrame = work => { counted.frames += 1; return ask(work); };
    new PerformanceObserver(all => { counted.requests += all.getEntries().length; })
      .observe({ type: "resource" });"""


# True as soon as nothing was asked for since the last time.
IDLE = """() => {
      const idle = Object.values(counted).every(count => count === 0);
      window.counted = { frames: 0, requests: 0 };
      return idle;
    }"""


def test_a_figure_is_built_in_several_tasks_and_only_in_sight(visit, tag):
    # So low that the figure of the first page is out of sight, too.
    reader = visit(tag, viewport={"width": 360, "height": 60}, seen=False)
    reader.page.wait_for_load_state("networkidle")
    assert not reader.figure.evaluate("element => element.built ?? false")
    assert reader.figure.evaluate(TASKS) >= 2


def test_at_rest_and_out_of_sight_a_figure_asks_for_nothing(visit, tag):
    reader = visit(tag, script=COUNT).play()
    reader.page.wait_for_function(IDLE, polling=300)
    if tag in RUNNING:
        reader.run()
        assert reader.page.evaluate("counted.frames") > 0
        reader.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        reader.page.wait_for_function(IDLE, polling=300)
        reader.figure.evaluate("element => element.scrollIntoView()")
        reader.page.wait_for_function("() => counted.frames > 0")


@pytest.mark.parametrize("tag", RUNNING)
def test_motion_is_reduced_when_the_reader_asks_for_it(visit, tag):
    reader = visit(tag, reduced_motion="reduce").play()
    reader.says(r"\w")  # the first picture is drawn
    reader.page.clock.install(time=0)
    reader.page.clock.pause_at(100_000)  # only the test moves it on
    reader.keep_busy()
    reader.figure.evaluate(COUNT_CHANGES)
    reader.run()
    reader.page.clock.run_for(1400)
    assert 2 <= reader.page.evaluate("changes") <= 4  # the button and the pictures
