"""The neuron, played by mouse and by keyboard."""


def test_the_neuron_computes_what_its_weights_say(visit):
    reader = visit("ann-neuron").play()
    reader.says(
        r"= 1\.00, and a = g\(z\) = 1\.00\.\sOn the line z is 0\. "
        r"At each thin line, labeled or not, a is 1 more; they lie 0\.71 apart\."
    )
    reader.slider("Weight w₁").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says(r"1\.1 · 1\.00 .* = 1\.10, and a = g\(z\) = 1\.10")
    reader.choose("Activation g", "sigmoid")
    reader.says(r"a = g\(z\) = 0\.75\.[\s\S]* Output: blue 0, white 0\.5, orange 1")
    for name, keys in (("Weight w₁", 11 * ["ArrowLeft"]), ("Weight w₂", ["PageUp"])):
        reader.slider(name).focus()
        for key in keys:
            reader.page.keyboard.press(key)
    reader.says("No line: z is b everywhere")
    reader.choose("Activation g", "step")
    reader.says(r"Output: blue 0, orange 1\.")


def test_the_line_is_brought_through_two_rings(visit):
    reader = visit("ann-neuron", hash="#fig-anatomy-play:w1=1.9").play()
    reader.says(r"^(?![\s\S]*through)")
    reader.slider("Weight w₁").press("ArrowRight")
    for _ in range(25):
        reader.slider("Bias b").press("ArrowLeft")
    reader.says("both rings: the weights gave its direction, the bias its place")


def test_after_the_task_weights_and_bias_are_doubled_and_the_line_stays(visit):
    hash = "#fig-anatomy-play:w1=2&b=-0.4"
    reader = visit("ann-neuron", hash=hash).play()
    turn = reader.figure.get_by_role("radio", name="Turn", exact=True)
    reader.says("^At the point")
    assert not turn.is_visible()
    reader.slider("Bias b").press("ArrowLeft")
    reader.says(r"through both rings: .*\sWhat will it do when w₁, w₂ and b are dou")
    turn.click()
    reader.says(
        r"^It does not turn: w is longer, but its direction is the same\. .* "
        r"the same line, a rise twice as steep\.\sAt the point z = 4\.0 · 1\.00"
    )
    for name, value in (("Weight w₁", "4.0"), ("Weight w₂", "−2.0")):
        assert reader.slider(name).get_attribute("aria-valuetext") == value
    assert not turn.is_visible()
    reader.slider("Bias b").press("ArrowLeft")
    reader.says(r"^The line passes through both rings: .*\sAt the point")
    # A link asks nothing again.
    reader.page.evaluate("location.hash = 'fig-anatomy-play:w1=2&w2=-1&b=-1'")
    reader.says(r"^The line passes through both rings[\s\S]*z = 2\.0 · 1\.00")
    assert not turn.is_visible()


def test_a_weight_is_dragged_where_it_stands(visit):
    reader = visit("ann-neuron").play()
    plane = reader.figure.locator("svg").first
    assert plane.get_by_text("a = 1", exact=True).count() == 1
    assert plane.get_by_text("5", exact=True).count() == 1
    reader.drag("Weight w₂", 40, 0)
    reader.says(r"0\.0 · 1\.50 [\s\S]* The neuron does not see x₂, whose weight is 0\.")
    assert plane.get_by_text("5", exact=True).count() == 0
    reader.drag("Bias b", -400, 0)
    reader.says(r"\+ \(−4\.0\) =")


def test_the_input_of_the_neuron_is_dragged(visit):
    reader = visit("ann-neuron").play()
    reader.says(r"1\.0 · 1\.00 .* 1\.50")
    reader.drag("Input", 60, 40)
    x1, x2 = reader.slider("Input").get_attribute("aria-valuetext").split(", ")
    assert float(x1) > 1
    assert float(x2) < 1.5
    reader.says(rf"1\.0 · {x1} .* {x2}")
    address = reader.address(f"x1={float(x1)}", f"x2={float(x2)}")
    again = visit("ann-neuron", hash=address).play()
    again.says(rf"1\.0 · {x1} .* {x2}")
