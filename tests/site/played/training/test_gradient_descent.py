"""The step down a parabola, played by mouse and by keyboard."""

import re

import pytest

TIP = "Tip of the step"


def test_the_tip_is_moved_by_keys_to_one_over_l_and_to_the_mirror_point(visit):
    reader = visit("ann-step").play()
    reader.says(r"^Step 0\.20 .* loss 4\.00 → 1\.44\.\s.* θ nears 0")
    reader.slider(TIP).focus()
    for _ in range(3):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says(r"^Step 0\.50 .* → 0\.00\.\sOne step reaches the minimum")
    for _ in range(5):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says(r"^Step 1\.00 .* loss stays 4\.00\.\s2/L is the limit")
    reader.page.keyboard.press("ArrowRight")
    reader.says(r"loss 4\.00 → .*\s.* climbs out of the bowl")


def test_the_tip_is_dragged_beyond_the_mirror_point_and_the_loss_rises(visit):
    reader = visit("ann-step").play()
    reader.says("loss 4.00 → 1.44")
    reader.drag(TIP, 200, 0)
    reader.says(r"loss 4\.00 → \d+\.\d\d\.\s.*step climbs")
    rate = re.search(
        r"0\.\d+|1\.\d+", reader.slider(TIP).get_attribute("aria-valuetext")
    )
    after = 4 * (1 - 2 * float(rate[0])) ** 2
    status = reader.figure.locator(".status").text_content()
    assert float(re.search(r"→ (\d+\.\d\d)\.", status)[1]) == pytest.approx(
        after, abs=0.006
    )
    again = visit("ann-step", hash=reader.address(f"rate={float(rate[0])}")).play()
    again.says("Each step climbs")


def test_a_steeper_parabola_has_a_lower_limit(visit):
    reader = visit("ann-step", hash="#fig-descent-step:rate=0.6").play()
    reader.says(r"loss 4\.00 → 0\.16")
    reader.slider("Curvature L").focus()
    reader.page.keyboard.press("End")
    reader.says(r"loss 8\.00 → 15\.68")


def test_a_step_beyond_the_frame_says_where_it_ends(visit):
    hash = "#fig-descent-step:rate=1.1&curvature=4"
    reader = visit("ann-step", hash=hash).play()
    reader.says(r"^Step 1\.10 × 8\.00 = 8\.80; loss 8\.00 → 92\.48")
    assert reader.figure.get_by_text("drawn 1/32 as high").is_visible()


def guess(reader, name):
    """Return a guess of what becomes of the largest rate."""
    return reader.figure.get_by_role("radio", name=name, exact=True)


def test_after_the_limit_is_found_that_of_another_curvature_is_asked_for(visit):
    reader = visit("ann-step", hash="#fig-descent-step:rate=0.98").play()
    assert not guess(reader, "The same").count()
    reader.slider(TIP).press("ArrowRight")
    reader.says("2/L is the limit")
    guess(reader, "The same").click()
    reader.says(r"^Step 1\.00 .* 8\.00 → 72\.00")
    assert reader.slider("Curvature L").get_attribute("aria-valuetext") == "4.0"
    # What was found and guessed outlives a link.
    reader.page.evaluate("location.hash = 'fig-descent-step:rate=0.49&curvature=4'")
    reader.says("Step 0.49")
    reader.slider(TIP).press("ArrowRight")
    reader.says(r"Not the same, but half: .* 0\.50 at L = 4\.0")
    assert not guess(reader, "The same").count()
    # Back at the first limit, the guess is still one about the second.
    reader.page.evaluate("location.hash = 'fig-descent-step:rate=1&curvature=2'")
    reader.says(r"stays 4\.00\.\sNot the same, but half: .* 0\.50 at L = 4\.0")


def test_a_guess_is_judged_at_the_new_limit_and_not_beyond_it(visit):
    reader = visit("ann-step", hash="#fig-descent-step:rate=0.98").play()
    reader.slider(TIP).press("ArrowRight")
    guess(reader, "Half").click()
    assert reader.figure.get_by_text("You expect: half. To see, drag").is_visible()
    reader.slider(TIP).press("Home")
    reader.says("θ nears 0")
    assert reader.figure.get_by_text("You expect: half. To see, drag").is_visible()
    for key in ["Shift+ArrowRight"] * 9 + ["ArrowRight"] * 4:
        reader.slider(TIP).press(key)
    reader.says(r"Right: 1\.00 at L = 2\.0, .* as slopes are twice as steep\.")
    assert not reader.figure.get_by_text("You expect").count()
    # The surprise: from another start the limit is the same.
    assert reader.figure.get_by_text("Does the limit depend on the start?").is_visible()
    reader.drag("Start", 25, 10)
    reader.says(r"^Step 0\.50 × .*\sFrom any start, 2/L is the limit")
    reader.address("theta=-1.")
    reader.drag("Start", 200, 0)
    assert reader.slider("Start").get_attribute("aria-valuetext") == "θ = −1.00"
    reader.says("From any start, 2/L is the limit")


def test_on_a_phone_the_question_stands_right_below_the_picture(visit):
    settings = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    hash = "#fig-descent-step:rate=1"
    reader = visit("ann-step", hash=hash, **settings).play()
    question = guess(reader, "Half").bounding_box()
    picture, losses = (
        reader.figure.locator(".plot").nth(k).bounding_box() for k in (0, 1)
    )
    assert picture["y"] + picture["height"] < question["y"]
    assert question["y"] + question["height"] < losses["y"]


def test_the_start_can_be_taken_where_a_step_is_small(visit):
    reader = visit("ann-step", hash="#fig-descent-step:rate=0.01").play()
    reader.says("Step 0.01")
    reader.drag("Start", 20, 0)
    reader.address("rate=0.01", "theta=-1.")
    box = reader.slider(TIP).bounding_box()
    x, y = box["x"] + box["width"] / 2 + 14, box["y"] + box["height"] / 2
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x + 40, y, steps=4)
    reader.page.mouse.up()
    reader.says(r"^Step 0\.[2-9]")


def test_twice_the_curvature_shows_half_the_limit(visit):
    reader = visit("ann-step", hash="#fig-descent-step:rate=1").play()
    reader.says("2/L is the limit")
    reader.page.locator("a.play").get_by_text("twice the curvature").click()
    reader.says(r"The limit 2/L is 1\.00 at L = 2\.0, 0\.50 at L = 4\.0")
