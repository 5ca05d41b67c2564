"""The step down a parabola, played by mouse and by keyboard."""

import re

import pytest

TIP = "Tip of the step"


def test_the_tip_is_moved_by_keys_to_one_over_l_and_to_the_mirror_point(visit):
    reader = visit("ann-step").play()
    reader.says(r"η = 0\.20: .* falls from 4\.00 to 1\.44\.\s.* from one side")
    reader.slider(TIP).focus()
    for _ in range(3):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says(r"η = 0\.50 = 1/L: .* to 0\.00\.\sOne step reaches the minimum")
    for _ in range(5):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says(r"η = 1\.00 = 2/L: .* stays at 4\.00")
    reader.page.keyboard.press("ArrowRight")
    reader.says(r"rises from 4\.00 to .*\s.* climbs out of the bowl")


def test_the_tip_is_dragged_beyond_the_mirror_point_and_the_loss_rises(visit):
    reader = visit("ann-step").play()
    reader.says("falls from 4.00")
    reader.drag(TIP, 200, 0)
    reader.says(r"rises from 4\.00 to (\d+\.\d\d)")
    rate = re.search(
        r"0\.\d+|1\.\d+", reader.slider(TIP).get_attribute("aria-valuetext")
    )
    after = 4 * (1 - 2 * float(rate[0])) ** 2
    status = reader.figure.locator(".status").text_content()
    assert float(re.search(r"to (\d+\.\d\d)\.", status)[1]) == pytest.approx(
        after, abs=0.006
    )
    again = visit("ann-step", hash=reader.address(f"rate={float(rate[0])}")).play()
    again.says(r"rises from 4\.00")


def test_a_steeper_parabola_has_a_lower_limit(visit):
    reader = visit("ann-step", hash="#fig-descent-step:rate=0.6").play()
    reader.says(r"falls from 4\.00 to 0\.16")
    reader.slider("Curvature L").focus()
    reader.page.keyboard.press("End")
    reader.says(r"rises from 8\.00 to 15\.68")


def test_the_start_moves_and_the_factor_stays(visit):
    reader = visit("ann-step").play()
    reader.slider("Start").focus()
    reader.page.keyboard.press("Shift+ArrowRight")
    reader.says(r"slope is −3\.0, .* falls from 2\.25 to 0\.81\.\s.* = 0\.60")
    for key in ("Shift+ArrowRight", "Shift+ArrowRight"):
        reader.page.keyboard.press(key)
    reader.says(r"slope is −2\.8")
