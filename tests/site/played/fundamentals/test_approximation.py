"""The approximator, played by mouse and by keyboard."""


def test_a_curve_is_fitted_by_hand_and_then_by_descent(visit):
    reader = visit("ann-approximator").play()
    reader.says("By hand: 5 hidden units")
    before = reader.figure.locator(".status").text_content()
    reader.slider("Level of piece 3").focus()
    for _ in range(5):
        reader.page.keyboard.press("ArrowUp")
    assert reader.figure.locator(".status").text_content() != before
    reader.button("Match the middles").click()
    reader.says("mean squared error 0.0671")
    reader.button("Run gradient descent").click()
    reader.says("Gradient descent, [0-9]{3,} updates: .* error 0.0[0-5]")
    reader.button("Back to my steps").click()
    reader.says("By hand: .* 0.0671")


def test_levels_and_steps_are_dragged(visit):
    reader = visit("ann-approximator").play()
    reader.choose("Kind", "steps")
    for name, (right, down) in {
        "Level of piece 3": (0, -60),
        "Step 2": (25, 0),
    }.items():
        before = reader.says("By hand")
        reader.drag(name, right, down)
        assert reader.says("By hand") != before
