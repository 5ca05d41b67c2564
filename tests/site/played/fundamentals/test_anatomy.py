"""The neuron, played by mouse and by keyboard."""


def test_the_neuron_computes_what_its_weights_say(visit):
    reader = visit("ann-neuron").play()
    reader.says(
        r"On the line z is 0\. From one thin line to the next, 0\.71 on, a grows by 1\."
        r"\sAt the purple point z = 1\.00 and a = 1\.00\."
    )
    reader.slider("Weight w₁").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says(r"z = 1\.10 and a = 1\.10\.$")
    reader.choose("Activation g", "sigmoid")
    reader.says(r"Output: blue 0, white 0\.5, orange 1\.\s.* a = 0\.75\.")
    for name, keys in (("Weight w₁", 11 * ["ArrowLeft"]), ("Weight w₂", ["PageUp"])):
        reader.slider(name).focus()
        for key in keys:
            reader.page.keyboard.press(key)
    reader.says("No line: z is b everywhere")
    reader.slider("Weight w₁").press("ArrowRight")
    reader.choose("Activation g", "step")
    reader.says(r"Output: blue 0, orange 1\.")


def test_a_weight_turns_the_line_about_a_point_and_the_bias_shifts_it(visit):
    reader = visit("ann-neuron").play()
    places = """e => [...e.lines.querySelectorAll("circle, [stroke-dasharray]")]
      .map(each => each.localName)"""
    reader.says("^On the line")
    assert reader.figure.evaluate(places) == []
    reader.slider("Weight w₁").press("PageUp")
    reader.says("^w₁ turns the line about the small circle, where x₁ is 0; dashed: bef")
    assert reader.figure.evaluate(places) == ["path", "circle"]
    # The point is on both lines: 2 x₁ - x₂ + 1.5 and x₁ - x₂ + 1.5 are 0 at (0, 1.5).
    circle, expected = reader.figure.evaluate(
        """e => { const { cx, cy } = e.lines.querySelector("circle");
          return [[cx, cy].map(each => each.baseVal.value),
            [e.plane.X(0), e.plane.Y(1.5)]]; }"""
    )
    assert circle == expected
    reader.slider("Bias b").press("PageDown")
    reader.says("^b shifts the line without turning it")
    assert reader.figure.evaluate(places) == ["path"]
    for _ in range(12):
        reader.slider("Weight w₂").press("ArrowRight")
    reader.says("^w₂ turns the line about the small circle, where x₂ is 0")
    reader.page.evaluate("location.hash = 'fig-anatomy-play:w2=-0.1'")
    reader.says("^w₂ turns")
    reader.slider("Weight w₁").press("ArrowRight")
    reader.says("^w₁ turns the line about a point outside the picture")
    reader.drag("Input", 20, 20)
    reader.says("^At the purple point z = ")
    assert reader.figure.evaluate(places) == []


def test_the_line_is_brought_through_two_rings(visit):
    reader = visit("ann-neuron", hash="#fig-anatomy-play:w1=1.9").play()
    reader.says(r"^(?![\s\S]*through)")
    reader.slider("Weight w₁").press("ArrowRight")
    for _ in range(25):
        reader.slider("Bias b").press("ArrowLeft")
    reader.says("both rings: weights turn the line, the bias shifts it")


def test_a_link_shows_what_it_does_to_the_line_that_the_reader_has(visit):
    reader = visit("ann-neuron").play()
    reader.says("^On the line")
    reader.slider("Weight w₁").press("PageUp")
    for _ in range(2):  # the second time, nothing changes
        reader.page.locator("a.play", has_text="turns the line").click()
        reader.says("^w₂ turns the line about .*where x₂ is 0. The neuron .* see x₂")
    assert reader.figure.locator("circle[stroke-width='2.5']").count() == 1
    reader.page.locator("a.play", has_text="shifts the line").click()
    reader.says("^b shifts the line without turning it; dashed: before")
    for name, value in (("Weight w₁", "2.0"), ("Weight w₂", "0.0")):  # kept
        assert reader.slider(name).get_attribute("aria-valuetext") == value


def test_after_the_task_weights_and_bias_are_doubled_and_the_line_stays(visit):
    hash = "#fig-anatomy-play:w1=2&b=-0.4"
    reader = visit("ann-neuron", hash=hash).play()
    turn = reader.figure.get_by_role("radio", name="Turn", exact=True)
    reader.says("^On the line")
    assert not turn.is_visible()
    reader.slider("Bias b").press("ArrowLeft")
    hint = reader.figure.locator(".hint")
    reader.says(r"Through both rings: .*\sGuess: what will doubling all three do\?")
    assert hint.inner_text().startswith("Guess")
    assert not reader.figure.get_by_label("Activation g").is_visible()
    turn.click()
    reader.says(
        r"^It does not turn: w is longer, but its direction is the same\. .* "
        r"the same line, a rise twice as steep\.$"
    )
    for name, said in (
        ("step", "but a step sees only its sign"),
        ("sigmoid", "the same line, crossed twice as steeply"),
        ("relu", "a rise twice as steep"),
    ):
        reader.choose("Activation g", name)
        reader.says(f"^It does not turn.*{said}")
    for name, value in (("Weight w₁", "4.0"), ("Weight w₂", "−2.0")):
        assert reader.slider(name).get_attribute("aria-valuetext") == value
    assert not turn.is_visible()
    reader.slider("Bias b").press("ArrowLeft")
    reader.says(r"^Through both rings: .*\sAt the purple point")
    assert "the other side" in hint.inner_text()
    # A link asks nothing again.
    reader.page.evaluate("location.hash = 'fig-anatomy-play:w1=2&w2=-1&b=-1'")
    reader.says(r"^On the line z is 0\. .*\sAt the purple point z = −0\.50")
    assert not turn.is_visible()
    reader.page.evaluate("location.hash = 'fig-anatomy-play:w1=-2&w2=1&b=0.9'")
    reader.says("z = 0.40")
    reader.slider("Bias b").press("ArrowRight")
    reader.says("^The other side of the same line")
    assert hint.inner_text().startswith("Choose another activation")


def test_a_weight_is_dragged_where_it_stands(visit):
    reader = visit("ann-neuron").play()
    plane = reader.figure.locator("svg").first
    assert plane.get_by_text("a = 1", exact=True).count() == 1
    assert plane.get_by_text("5", exact=True).count() == 1
    reader.drag("Weight w₂", 40, 0)
    reader.says(r"The neuron does not see x₂\.\sAt the purple point z = 2\.50")
    assert plane.get_by_text("5", exact=True).count() == 0
    reader.drag("Bias b", -400, 0)
    assert reader.slider("Bias b").get_attribute("aria-valuetext") == "−4.0"


def test_the_input_of_the_neuron_is_dragged(visit):
    reader = visit("ann-neuron").play()
    reader.says("z = 1.00 and")
    reader.drag("Input", 60, 40)
    x1, x2 = reader.slider("Input").get_attribute("aria-valuetext").split(", ")
    assert float(x1) > 1
    assert float(x2) < 1.5
    reader.says(rf"1\.0 · {x1} .* {x2}")
    address = reader.address(f"x1={float(x1)}", f"x2={float(x2)}")
    again = visit("ann-neuron", hash=address).play()
    again.says("^On the line")
    place = again.slider("Input").get_attribute("aria-valuetext")
    assert place == f"{x1}, {x2}"
