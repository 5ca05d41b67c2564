"""The perceptron, played by mouse and by keyboard."""


def test_the_perceptron_learns_by_mouse(visit):
    reader = visit("ann-perceptron").play()
    reader.says(r"The first line is arbitrary: w = \(0, 1\), b = 0")
    assert reader.figure.get_by_text("Wrong: 2 of 8. Updates: 0.").is_visible()
    ring = reader.figure.locator("circle[stroke-dasharray]")
    places = [ring.bounding_box()]
    reader.button("It stays").click()
    reader.says(r"^Yes: point 1 is orange on the orange side \(z = 1\.4\)\.$")
    assert reader.figure.get_by_text("right", exact=True).count() == 1
    places.append(ring.bounding_box())
    for place, name in zip(places, ("Point 1", "Point 2"), strict=True):
        point = reader.slider(name).locator("path").last.bounding_box()
        for side, length in (("x", "width"), ("y", "height")):
            middle = point[side] + point[length] / 2
            assert place[side] < middle < place[side] + place[length]
    names = reader.figure.locator("svg").last.locator("text")
    assert "− x" not in names.all_text_contents()
    reader.button("It moves").click()
    reader.says(
        r"^Yes: point 2 is blue .*\(z = 0\.6\).* now z = .2\.2, but another .* wrong"
    )
    assert reader.figure.get_by_text("wrong now").count() == 1
    assert "− x" in names.all_text_contents()
    assert reader.figure.get_by_text("w = (1.2, 0.4), b = −1: a wrong").is_visible()
    reader.button("Run").click()
    reader.says("^Point 7 .* All 8 points are right")
    counts = "Wrong: 0 of 8. Updates: 7. You were right: 2 of 2."
    assert reader.figure.get_by_text(counts).is_visible()
    assert ring.count() == 0


def test_once_the_line_rests_a_point_that_spoils_that_is_judged_at_once(visit):
    reader = visit("ann-perceptron").play()
    reader.button("Run").click()
    reader.says("the line rests. Now move one point so that no line will do")
    point = reader.slider("Point 4")
    point.focus()
    for _ in range(3):
        reader.page.keyboard.press("Shift+ArrowUp")
    reader.says("^Moved point 4. Some line still separates them")
    for _ in range(3):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says("Now no line will do: it would have to pass between the dashed strings")
    assert reader.figure.locator("path[stroke-dasharray='7 5']").count() == 2
    reader.button("Rewind").click()
    reader.says("The first line is arbitrary")


def test_a_wrong_guess_is_answered_by_the_side_of_the_point(visit):
    reader = visit("ann-perceptron").play()
    reader.button("It moves").click()
    reader.says(r"^No, it stays: point 1 is orange .* Only a mistake moves the line\.$")
    reader.button("It stays").click()
    reader.says(r"^No, it moves: point 2 is blue on the orange side")
    assert reader.figure.get_by_text("You were right: 0 of 2.").is_visible()
    for _ in range(13):
        reader.button("It moves").click()
    assert reader.button("It moves").is_disabled()
    reader.button("Rewind").click()
    assert reader.figure.get_by_text("You were right").count() == 0
    assert reader.button("It stays").is_enabled()


def test_a_click_with_a_trembling_hand_changes_the_class(visit):
    reader = visit("ann-perceptron").play()
    reader.drag("Point 1", 2, 1)
    reader.says("Point 1 is now of class 0")
    assert "0.80, 1.40" in reader.slider("Point 1").get_attribute("aria-valuetext")


def test_the_perceptron_is_played_by_keyboard(visit):
    reader = visit("ann-perceptron").play()
    point = reader.slider("Point 1")
    point.focus()
    reader.page.keyboard.press("ArrowRight")
    assert "at 0.90, 1.40" in point.get_attribute("aria-valuetext")
    reader.page.keyboard.press("Enter")
    assert point.get_attribute("aria-valuetext").startswith("class 0")
    reader.page.keyboard.press("Delete")
    reader.says("Removed a point")


def test_a_point_is_dragged(visit):
    reader = visit("ann-perceptron").play()
    reader.drag("Point 1", -100, 60)
    text = reader.slider("Point 1").get_attribute("aria-valuetext")
    assert text.startswith("class 1")
    assert "1.40" not in text


def test_a_point_is_dragged_by_a_finger_and_the_page_stays(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-perceptron", viewport=phone, has_touch=True).play()
    point = reader.slider("Point 1")
    box = point.bounding_box()
    top = reader.page.evaluate("scrollY")
    reader.swipe("Point 1", 0, 80)
    moved = point.bounding_box()["y"] - box["y"]
    assert 30 < moved < 50  # and lies above the finger, which would hide it
    assert reader.page.evaluate("scrollY") == top


def test_a_click_beside_the_axes_adds_no_point(visit):
    reader = visit("ann-perceptron").play()
    points = reader.figure.locator(".handle")
    before = points.count()
    box = reader.figure.locator("svg").first.bounding_box()
    reader.page.mouse.click(box["x"] + 10, box["y"] + box["height"] / 2)
    assert points.count() == before
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 20)
    assert points.count() == before + 1


def test_a_refused_point_does_not_begin_the_epoch_anew(visit):
    reader = visit("ann-perceptron").play()
    reader.figure.get_by_text("More", exact=True).click()
    for _ in range(40 - reader.figure.locator(".handle").count()):
        reader.button("Add a point").click()
    reader.button("It stays").click()
    reader.button("Add a point").click()
    reader.says("No more than 40 points")
    reader.button("It moves").click()
    reader.says("Yes: point 2")


def test_on_xor_it_is_found_that_all_repeats_and_why_no_line_is_right(visit):
    reader = visit("ann-perceptron", hash="#fig-perceptron-play:data=xor").play()
    strings = reader.figure.locator("path[stroke-dasharray='7 5']")
    reader.button("Run").click()
    reader.says("as 4 steps ago: from here everything repeats. No line is right")
    assert reader.button("Run").is_visible()
    assert strings.count() == 2
    traces = reader.figure.locator("svg").first.locator("path[opacity]")
    assert traces.count() > 3
    reader.button("It moves").click()
    reader.says("Yes: point 1 .* \\(z = 0 counts as orange")
    reader.slider("Point 1").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says("Moved point 1")
    assert strings.count() == 0
    reader.button("Rewind").click()
    reader.says("The first line is arbitrary")


def test_points_near_those_of_xor_come_to_a_verdict_too(visit):
    reader = visit("ann-perceptron", hash="#fig-perceptron-play:data=xor").play()
    reader.slider("Point 4").focus()
    for key in ("ArrowUp", "ArrowUp", "ArrowRight"):
        reader.page.keyboard.press(key)
    reader.button("Run").click()
    reader.says("^No line is right about all points: .* the dashed strings")


BARE = """button => {
  const { left, top, width, height } = button.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  return button.getRootNode().elementFromPoint(x, y) === button;
}"""


def test_a_finger_beside_a_point_means_it_and_a_link_leaves_the_guess_in_sight(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-perceptron", viewport=phone, has_touch=True).play()
    box = reader.slider("Point 1").locator("path").last.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    reader.page.touchscreen.tap(x + 22, y - 20)
    reader.says("Point 1 is now of class 0")
    reader.page.evaluate("scrollBy(0, 700)")
    name = reader.figure.evaluate("figure => figure.name")
    reader.page.evaluate("hash => { location.hash = hash }", f"{name}:data=xor")
    reader.figure.get_by_text("of 4").wait_for()
    assert reader.button("It moves").evaluate(BARE)
