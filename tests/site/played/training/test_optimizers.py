"""Descent on the map of rate and momentum, played by mouse and by keyboard."""

PAIR = "Rate and share"
LIFTED = "#fig-descent-play:beta=0.9"


def test_the_point_is_dragged_to_the_best_of_all(visit):
    reader = visit("ann-descent", hash=LIFTED).play()
    reader.says(r"β = 0\.90: .* every 44 steps; without momentum, every 45 steps\.")
    # From (0.05, 0.9) to (0.2309, 0.2699): the map shows 0 to 0.4 and 0 to 1.15.
    box = reader.slider(PAIR).evaluate(
        "e => { const { width, height } = e.ownerSVGElement.getBoundingClientRect();"
        " return [width, height]; }"
    )
    right = (0.2309 - 0.05) / 0.4 * (383 / 425) * box[0]
    down = (0.9 - 0.2699) / 1.15 * (318 / 352) * box[1]
    reader.drag(PAIR, right, down)
    reader.says(r"Found, the fastest of all: .* 3\.5 steps, not 11\.5\.")
    for words in ("best of all: 3.5 steps", "best without: 11.5 steps"):
        assert reader.figure.get_by_text(words).is_visible()
    assert reader.figure.get_by_text("without, at its best").is_visible()
    reader.address("rate=0.2309", "beta=0.2699")


def test_keys_find_the_best_rate_without_momentum(visit):
    reader = visit("ann-descent").play()
    alone = reader.figure.locator("svg text").get_by_text(
        "without momentum", exact=True
    )
    assert alone.count() == 1
    knob = reader.slider(PAIR)
    reader.says("Without momentum, descent comes ten times closer every 45 steps")
    for _ in range(2):
        knob.press("Shift+ArrowRight")
    for _ in range(3):
        knob.press("ArrowRight")
    reader.says("Found: without momentum, 2/11 is the fastest rate")
    assert "0.182, share 0.00" in knob.get_attribute("aria-valuetext")
    knob.press("Shift+ArrowRight")
    reader.says("Without momentum, this rate is too large: descent diverges")
    assert reader.figure.get_by_text("best without: 11.5 steps").is_visible()


def test_a_share_that_is_guessed_is_tried_and_the_best_explains_it(visit):
    reader = visit("ann-descent").play()
    guess, other = (
        reader.figure.get_by_role("radio", name=name, exact=True)
        for name in ("0.9", "0.6")
    )
    reader.says("45 steps")
    assert reader.button("Show the map").is_hidden()
    guess.click()
    reader.says(r"every 44 steps; .* 45 steps\.\sYour guess is too large here")
    reader.page.evaluate("location.hash = 'fig-descent-play:beta=0'")
    for key in 2 * ["Shift+ArrowRight"] + 3 * ["ArrowRight"]:
        reader.slider(PAIR).press(key)
    reader.says(r"11\.5 steps\.\sNow lift the point: how large a share β is best\?")
    other.click()
    reader.says(r"every 9\.0 steps; .* 11\.5 steps\.\sYour guess is too large here: bo")
    reader.address("rate=0.1818", "beta=0.6")
    assert other.is_checked()
    reader.slider(PAIR).press("ArrowDown")
    reader.says(r"^β = 0\.5[78]: ")
    reader.page.evaluate("location.hash = 'fig-descent-play:rate=0.23&beta=0.27'")
    reader.says(r"\sA larger share swings longer; with a smaller one, no")


def test_the_map_is_uncovered_where_the_point_has_been(visit):
    reader = visit("ann-descent").play()
    cover = reader.figure.locator("canvas").last
    alpha = """(canvas, [x, y]) => canvas.getContext("2d").getImageData(
      x * canvas.width, (1 - y / 1.15) * canvas.height, 1, 1).data[3]"""
    here, there = [0.125, 0.02], [0.5, 0.02]
    reader.says("45 steps")
    assert [cover.evaluate(alpha, place) for place in (here, there)] == [0, 255]
    for _ in range(3):
        reader.slider(PAIR).press("Shift+ArrowRight")
    reader.says("diverges")
    assert [cover.evaluate(alpha, place) for place in (here, there)] == [0, 0]
    # A link leaves the trail, and one button opens all.
    reader.page.evaluate("location.hash = 'fig-descent-play:rate=0.3&beta=0.9'")
    reader.says("every 44 steps")
    cover = reader.figure.locator("canvas").last
    assert cover.evaluate(alpha, there) == 0
    assert reader.figure.get_by_text("creeps").count() == 0
    reader.figure.get_by_role("radio", name="0.6", exact=True).click()
    reader.button("Show the map").click()
    assert reader.figure.get_by_text("creeps").is_visible()
    assert cover.is_hidden()
    assert reader.button("Show the map").is_hidden()


def test_a_finger_keeps_the_point_on_the_lower_edge(visit):
    reader = visit("ann-descent").play()
    reader.slider(PAIR).evaluate(
        """knob => {
          const { x, y, width, height } = knob.getBoundingClientRect();
          knob.setPointerCapture = () => {};
          knob.hasPointerCapture = () => true;
          const fire = (type, right, up) => knob.dispatchEvent(new PointerEvent(type, {
            pointerType: "touch", bubbles: true,
            clientX: x + width / 2 + right, clientY: y + height / 2 - up,
          }));
          fire("pointerdown", 0, 0);
          for (let way = 10; way <= 60; way += 10) fire("pointermove", way, 2);
        }"""
    )
    reader.says("Without momentum, ")
    assert "share 0.00" in reader.slider(PAIR).get_attribute("aria-valuetext")


def test_the_start_is_moved_and_the_pace_stays(visit):
    reader = visit("ann-descent").play()
    pace = reader.says("45 steps")
    start = reader.slider("Start")
    places = [start.get_attribute("aria-valuetext")]
    reader.drag("Start", 40, 30)
    places.append(start.get_attribute("aria-valuetext"))
    start.focus()
    reader.page.keyboard.press("ArrowRight")
    places.append(start.get_attribute("aria-valuetext"))
    assert len(set(places)) == 3
    assert reader.says("45 steps") == pace


def test_other_surfaces_and_optimizers_stand_under_more(visit):
    reader = visit("ann-descent").play()
    reader.figure.get_by_text("More", exact=True).click()
    reader.choose("Compare with", "adam")
    reader.says(r"^After 60 steps, without momentum: .*; Adam: ")
    reader.choose("Surface", "saddle")
    ends = reader.says("After 60 steps, share β = 0.90: .*; Adam: ")
    reader.slider("Rate (RMSprop, Adam)").focus()
    reader.page.keyboard.press("Home")
    slower = reader.says("Adam: loss 1")
    assert "Adam: loss 1" not in ends
    reader.choose("Surface", "bowl")
    reader.says("After 60 steps, without momentum: ")  # the pair that was left there
    reader.choose("Surface", "saddle")
    address = reader.address("surface=saddle", "against=adam", "other=0.001")
    again = visit("ann-descent", hash=address).play()
    assert again.says("Adam: loss 1") == slower
