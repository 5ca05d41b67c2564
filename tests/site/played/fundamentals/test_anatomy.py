"""The neuron, played by mouse and by keyboard."""


def test_the_neuron_computes_what_its_sliders_say(visit):
    reader = visit("ann-neuron").play()
    reader.says(r"= 1\.000; a = g\(z\) = 1\.000\.\sOn the line z is 0, .* colorless 2,")
    reader.slider("w₁").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.says(r"1\.10 · 1\.00 .* = 1\.100; a = g\(z\) = 1\.100")
    reader.choose("Activation", "sigmoid")
    reader.says(r"a = g\(z\) = 0\.750")
    for name in ("w₁", "w₂"):
        reader.slider(name).fill("40")
    reader.says("No line: z is b everywhere")


def test_the_input_of_the_neuron_is_dragged(visit):
    reader = visit("ann-neuron").play()
    reader.says(r"1\.00 · 1\.00 .* 1\.50")
    reader.drag("Input", 60, 40)
    x1, x2 = reader.slider("Input").get_attribute("aria-valuetext").split(", ")
    assert float(x1) > 1
    assert float(x2) < 1.5
    reader.says(rf"1\.00 · {x1} .* {x2}")
