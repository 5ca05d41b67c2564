"""The way of a signal through thirty layers, played by mouse and by keyboard."""

END = "End of the line"


def test_more_units_with_the_same_weights_let_the_signal_leap_until_it_is_repaired(
    visit,
):
    reader = visit("ann-signal").play()
    reader.says(
        r"0\.085 · √100 = 0\.85, 30 layers by 0\.85³⁰:\s1/130 of the signal is left"
    )
    reader.slider(END).focus()
    for key in ("Shift+ArrowUp", "Shift+ArrowRight", *["ArrowUp"] * 6):
        reader.page.keyboard.press(key)
    reader.says(r"0\.1 · √100 = 1: nothing is lost")
    reader.button("400 units").click()
    reader.says(
        r"0\.1 · √400 = 2, .*\sthe signal has grown 1\.1 billion-fold.*Another sc"
    )
    drawn = reader.figure.locator("svg").first
    edges = "text => [text.getBBox().y, text.getBBox().y + text.getBBox().height]"
    _, foot = drawn.get_by_text("← gradient").evaluate(edges)
    top, _ = drawn.get_by_text("before, 100 units: level").evaluate(edges)
    assert foot <= top
    end, top = (reader.slider(END).bounding_box(), drawn.bounding_box())
    assert end["y"] > top["y"]  # on a scale that has room for it
    reader.drag(END, 0, 300)
    assert drawn.get_by_text("1/1,000", exact=True).count() == 1
    reader.slider(END).focus()
    for _ in range(70):
        factor = float(reader.slider(END).get_attribute("aria-valuetext").split()[0])
        if factor == 1:
            break
        reader.page.keyboard.press("ArrowUp" if factor < 1 else "ArrowDown")
    reader.says(r"0\.05 · √400 = 1: nothing is lost")
    found = "You found: 0.1 for 100 units, 0.05 for 400 units."
    assert reader.figure.get_by_text(found).is_visible()


def test_the_end_is_dragged_and_the_address_keeps_it(visit):
    reader = visit("ann-signal").play()
    reader.says("1/130")
    reader.drag(END, 0, -150)
    reader.says(r"the signal has grown [\d.,]+-fold")
    reader.button("25 units").click()
    reader.says("A layer of 25 units")
    factor = float(reader.slider(END).get_attribute("aria-valuetext").split()[0])
    assert factor < 1  # half of what it was
    address = reader.address(f"factor={factor:g}", "units=25")
    again = visit("ann-signal", hash=address).play()
    again.says(rf"√25 = {factor:g},")
