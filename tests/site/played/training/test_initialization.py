"""The way of a signal through thirty layers, played by mouse and by keyboard."""

END = "End of the line"


def test_the_end_is_moved_by_keys_until_the_signal_lives_for_two_widths(visit):
    reader = visit("ann-signal").play()
    reader.says(r"deviation 0\.085: .* = 0\.85\.\sAfter 30 layers 1/130 of the signal")
    reader.slider(END).focus()
    for key in ("Shift+ArrowUp", "Shift+ArrowRight", *["ArrowUp"] * 6):
        reader.page.keyboard.press(key)
    reader.says(r"deviation 0\.1: .* = 1\.00\.\sNothing is lost: .* are 1/√100")
    reader.button("400 units").click()
    reader.says(r"deviation 0\.05: .* 0\.05 · √400 = 1\.00\.\sNothing is lost")
    found = "You found: 0.1 for 100 units, 0.05 for 400 units."
    assert reader.figure.get_by_text(found).is_visible()
    reader.page.keyboard.press("Tab")
    reader.slider(END).press("ArrowDown")
    reader.says(r"0\.99\.\sAfter 30 layers 74% of the signal is left")


def test_the_end_is_dragged_and_the_address_keeps_it(visit):
    reader = visit("ann-signal").play()
    reader.says("1/130")
    reader.drag(END, 0, -150)
    reader.says(r"After 30 layers the signal has grown [\d.]+-fold")
    reader.button("25 units").click()
    reader.says("a layer of 25 units")
    lever = reader.slider(END).get_attribute("aria-valuetext")
    factor = float(lever.split()[0])
    assert factor > 1
    address = reader.address(f"factor={factor:g}", "units=25")
    again = visit("ann-signal", hash=address).play()
    again.says(rf"√25 = {factor:.2f}\.")
