"""The way of a signal through thirty layers, played by mouse and by keyboard."""

END = "End of the line"


def factor_of(reader):
    return float(reader.slider(END).get_attribute("aria-valuetext").split()[0])


def middle(box):
    return box["y"] + box["height"] / 2


def test_more_units_with_the_same_weights_let_the_signal_leap_until_it_is_repaired(
    visit,
):
    reader = visit("ann-signal").play()
    reader.says(
        r"0\.09 · √100 = 0\.9, 30 layers by 0\.9³⁰:\son average 1/24 of the signal"
    )
    level = reader.figure.get_by_role("cell")
    assert level.all_inner_texts() == ["?"] * 6
    handle = reader.slider(END)
    handle.focus()
    for key in ("PageUp", "ArrowUp", "ArrowUp"):
        reader.page.keyboard.press(key)  # passes by the level, and rests there later
    assert factor_of(reader) == 1.01
    spread = reader.slider("Standard deviation of the weights")
    spread.press("ArrowLeft")
    assert factor_of(reader) == 1
    reader.says(r"0\.1 · √100 = 1: on average, the signal arrives.*\sBut the 10")
    reader.figure.get_by_text("0.1 = 1/√100").wait_for()
    assert level.all_inner_texts().count("?") == 5
    before = reader.says("networks drawn")
    reader.button("Other weights").click()
    assert reader.says("networks drawn") != before
    reader.button("400 units").click()
    reader.says(
        r"0\.1 · √400 = 2, .*\son average the signal grows 1\.1 billion-fold.*A"
    )
    drawn = reader.figure.locator("svg").first
    assert drawn.get_by_text("dashed, 100 units: level").is_visible()
    top = drawn.bounding_box()
    assert handle.bounding_box()["y"] > top["y"]  # on a scale that has room for it
    place = middle(handle.locator(".ring").bounding_box())
    reader.drag(END, 0, 60)
    moved = middle(handle.locator(".ring").bounding_box())
    assert abs(moved - place - 60) < 4  # it stays where the hand left it
    reader.button("25 units").click()
    reader.button("ReLU").click()
    handle.focus()
    reader.page.keyboard.press("Home")
    assert factor_of(reader) == 0.15
    for _ in range(250):
        if factor_of(reader) == 1:
            break
        reader.page.keyboard.press("ArrowUp" if factor_of(reader) < 1 else "ArrowDown")
    reader.says(r"0\.283 · √\(25/2\) ≈ 1: on average, the signal arrives")
    reader.figure.get_by_text("0.283 ≈ √(2/25)").wait_for()
    assert level.all_inner_texts().count("?") == 4
    spread.press("Home")
    drawn.get_by_text("size, ×10¹² a line").wait_for()
    spread.fill("225")  # 0.255
    drawn.get_by_text("size, ×10 a line").wait_for()  # as it was at the beginning
    reader.button("400 units").click()
    spread.fill("41")  # 0.071, which is nearest
    reader.figure.get_by_text("0.0707 ≈ √(2/400)").wait_for()


def test_the_end_is_dragged_and_the_address_keeps_it(visit):
    reader = visit("ann-signal").play()
    reader.says("1/24")
    reader.drag(END, 0, -100)
    reader.says(r"the signal grows [\d.,]+-fold")
    reader.button("25 units").click()
    reader.says("A layer of 25 units")
    factor = factor_of(reader)
    assert factor < 1  # half of what it was
    address = reader.address(f"factor={factor:g}", "units=25")
    again = visit("ann-signal", hash=address).play()
    again.says(rf"√25 = {factor:g},")
