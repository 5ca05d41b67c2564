"""The network of the first page, watched."""

import pytest


def test_a_network_learns_as_soon_as_it_is_seen_and_then_rests(visit):
    reader = visit("ann-learner").play()
    reader.says(r"After \d+0 passes over the points, \d+% are right. Each pass moves")
    reader.says("Learned in .* a curve of 8 lines, and all 160 points are right")
    assert not reader.figure.evaluate("element => element.running")


def test_the_same_run_is_seen_again(visit):
    reader = visit("ann-learner").play()
    reader.says("Learned in 121 passes")
    reader.button("See it again").click()
    reader.says(r"After \d+0 passes")
    assert reader.figure.evaluate("e => e.values.seed") == 1
    reader.says("Learned in 121 passes")


def test_a_button_begins_from_other_weights_and_leaves_the_old_line(visit):
    reader = visit("ann-learner").play()
    reader.says("Learned in")
    reader.button("Another start").press("Enter")
    assert reader.figure.get_attribute("seed") == "2"
    assert reader.figure.evaluate("e => e.earlier.getAttribute('d')")
    reader.says(r"After \d+0 passes")


def test_who_wants_to_look_pauses_it_and_goes_on(visit):
    reader = visit("ann-learner").play()
    reader.says(r"After \d+0 passes")
    reader.button("Pause").click()
    epoch = "element => element.learner.epoch"
    before = reader.figure.evaluate(epoch)
    reader.page.wait_for_timeout(500)
    assert reader.figure.evaluate(epoch) == before
    reader.button("Go on").click()
    reader.says("Learned in")
    assert reader.figure.get_attribute("seed") == "1"


def test_with_reduced_motion_it_stands_still_until_the_button_is_pressed(visit):
    reader = visit("ann-learner", reduced_motion="reduce").play()
    reader.says("Each gray line is a unit.* Thick: the first boundary")
    reader.page.wait_for_timeout(2000)
    assert reader.figure.evaluate("element => element.learner.epoch") == 0
    reader.button("Train").click()
    reader.says("Learned in")


def test_a_line_that_is_touched_is_left_out_and_the_choice_follows(visit):
    reader = visit("ann-learner", reduced_motion="reduce").play()
    reader.says("Each gray line is a unit.* Thick: the first boundary")
    foot = """e => { const { w, b } = e.learner.lines()[2];
        const size = w[0] ** 2 + w[1] ** 2;
        const box = e.plane.svg.getBoundingClientRect();
        const [x, y] = w.map(each => -b * each / size);
        return [box.x + e.plane.X(x) * box.width / e.plane.width,
          box.y + e.plane.Y(y) * box.height / e.plane.height]; }"""
    place = reader.figure.evaluate(foot)
    reader.page.mouse.move(*place)
    assert reader.figure.evaluate("e => e.near.getAttribute('d')")
    reader.says(r"^Unit.\d alone: purple on one side of its line, white on the other")
    reader.page.mouse.click(*place)
    reader.says(r"Before training, without unit.\d, \d+ points are wrong")
    dashed = "e => e.earlier.getAttribute('d')"
    assert reader.figure.evaluate(dashed)
    chosen = reader.figure.get_attribute("unit")
    box = reader.figure.locator("svg").first.bounding_box()
    for down in range(0, int(box["height"]), 20):  # across the other lines
        reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + down)
    reader.page.mouse.move(0, 0)
    assert reader.figure.get_attribute("unit") == chosen != "0"
    assert reader.figure.evaluate(dashed)
    units = reader.figure.get_by_role("group", name="Leave out unit")
    assert units.get_by_label(chosen, exact=True).is_checked()
    units.get_by_label("none").check()
    assert not reader.figure.evaluate(dashed)
    reader.says("first boundary")
    units.get_by_label("none").press("ArrowRight")
    reader.says(r"without unit.1, \d+ points are wrong")
    assert reader.figure.get_by_text("then touch a gray line").is_visible()


def test_which_line_it_needs_least_is_found_by_touch(visit):
    reader = visit("ann-learner").play()
    reader.says("Which is needed least")
    units = reader.figure.get_by_role("group", name="Leave out unit")
    units.get_by_label("3", exact=True).check()
    numbers = reader.figure.locator("svg text[paint-order]")
    assert set(numbers.all_text_contents()) <= set("12345678")
    assert reader.figure.locator("svg text[font-weight=bold]").all_text_contents() == [
        "3"
    ]
    reader.says(r"Without unit.3, 55 points are wrong \(ringed\): no other line")
    assert reader.figure.evaluate("e => e.rings.childElementCount") == 55
    units.get_by_label("6", exact=True).check()
    reader.says(
        r"Found: without unit.6, 1 point is wrong \(ringed\), the fewest of all"
    )


def test_on_a_phone_it_waits_until_its_picture_is_in_sight(visit):
    phone = {"width": 390, "height": 600}
    reader = visit("ann-learner", viewport=phone, seen=False).play()
    reader.page.wait_for_timeout(2000)
    assert reader.figure.evaluate("element => element.learner.epoch") == 0
    reader.figure.get_by_role("button").first.scroll_into_view_if_needed()
    reader.says(r"After \d+0 passes")


def test_it_rests_out_of_sight(visit):
    reader = visit("ann-learner").play()
    reader.says(r"After \d+0 passes")
    reader.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    reader.page.wait_for_timeout(300)
    epoch = "element => element.learner.epoch"
    before = reader.figure.evaluate(epoch)
    reader.page.wait_for_timeout(1000)
    assert reader.figure.evaluate(epoch) == before


@pytest.mark.parametrize("width", [390, 1280])
def test_its_place_is_kept_until_it_is_built(visit, browser, site, width):
    viewport = {"width": width, "height": 900}
    page = browser.new_page(viewport=viewport, java_script_enabled=False)
    page.goto(f"{site}/book/index.html")
    before = page.locator("ann-learner").bounding_box()
    page.close()
    reader = visit("ann-learner", viewport=viewport, seen=False).play()
    after = reader.figure.bounding_box()
    assert after == pytest.approx(before, abs=2)
