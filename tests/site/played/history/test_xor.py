"""Two neurons that move the points of XOR, played by mouse and by keyboard."""

OR_AND_NAND = "#fig-xor-play:angle2=-135&offset2=-0.35"


def test_an_end_is_dragged_until_one_line_is_enough(visit):
    reader = visit("ann-fold").play()
    reader.says(r"The strings cross.* the thick end at C must come back")
    right = reader.figure.locator("svg").last
    assert right.get_by_text("string", exact=True).count() == 1
    assert right.get_by_text("line 3", exact=True).count() == 0
    assert right.get_by_text("C", exact=True).count() == 1
    reader.drag("Line 2, other end", 190, -20)
    reader.says(r"One line is enough, that of neuron 3: the gap is 0\.\d\d wide")
    assert right.get_by_text("line 3", exact=True).count() == 1


def test_the_widest_gap_is_kept_beside_the_present_one(visit):
    reader = visit("ann-fold", hash=OR_AND_NAND).play()
    reader.says(r"is 0\.48 wide \(your widest so far\)")
    reader.figure.locator("input[type=range]").press("Home")
    reader.says(r"is 0\.30 wide \(your widest: 0\.48\)")


def test_an_end_is_moved_by_keyboard(visit):
    reader = visit("ann-fold").play()
    reader.slider("Line 2, other end").focus()
    for _ in range(4):
        reader.page.keyboard.press("Shift+ArrowRight")
    reader.says("One line is enough")
    address = reader.address("angle2", "offset2")
    again = visit("ann-fold", hash=address).play()
    again.says("One line is enough")


def test_hard_neurons_bring_points_of_a_class_into_one_corner(visit):
    reader = visit("ann-fold", hash=OR_AND_NAND).play()
    reader.says(r"B and C have met")
    slider = reader.figure.locator("input[type=range]")
    slider.focus()
    reader.page.keyboard.press("End")
    reader.says(r"the gap is 0\.7\d wide")


def test_an_input_that_is_pointed_at_is_marked_among_the_outputs(visit):
    reader = visit("ann-fold", hash=OR_AND_NAND).play()
    left, right = reader.figure.locator("svg").all()
    reader.says("One line")
    dot = right.locator("circle[r='5']")
    assert dot.count() == 0
    box = left.bounding_box()
    reader.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    dot.wait_for()
    # Near the middle of the square, both fire: close to where B and C have met.
    met = right.get_by_text("B and C").bounding_box()
    place = dot.bounding_box()
    assert abs(place["y"] - met["y"]) < 40
    reader.page.mouse.move(0, 0)
    dot.wait_for(state="detached")


def test_a_line_keeps_its_two_ends_apart_and_in_sight(visit):
    reader = visit("ann-fold").play()
    reader.drag("Line 2, other end", 60, -900)
    reader.drag("Line 1, one end", 900, 900)
    for name in ("Line 1, one end", "Line 1, other end", "Line 2, one end"):
        assert reader.slider(name).is_visible()
        assert "NaN" not in reader.slider(name).get_attribute("transform")


def test_on_a_phone_both_planes_and_the_verdict_are_seen_together(visit):
    phone = {"width": 390, "height": 844}
    reader = visit("ann-fold", viewport=phone, has_touch=True).play()
    reader.says("The strings cross")
    top = reader.figure.locator("svg").first.bounding_box()["y"]
    verdict = reader.figure.locator(".status").bounding_box()
    assert verdict["y"] + verdict["height"] - top < 760
    word = reader.figure.get_by_text("1 fires").bounding_box()
    assert word["x"] > reader.figure.locator("svg").first.bounding_box()["x"] + 25
