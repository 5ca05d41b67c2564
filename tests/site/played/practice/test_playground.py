"""The playground, played by mouse and by keyboard."""


def test_the_playground_trains_and_rewinds_to_the_same_weights(visit):
    reader = visit("ann-playground").play()
    before = reader.says("update 0")
    reader.button("Run").click()
    reader.says("Test: .*accuracy (9[5-9]|100)")
    reader.button("Pause").click()
    reader.button("Rewind").click()
    assert reader.says("update 0") == before


def test_a_unit_of_the_playground_is_pressed_and_read(visit):
    reader = visit("ann-playground", hash="#clouds:layers=3").play()
    assert "Weights" in reader.figure.locator(".split").text_content()
    frames = reader.figure.locator(".wide rect")
    box = frames.nth(3).bounding_box()  # after two inputs
    reader.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    shown = reader.figure.get_by_label("Colors of the plane")
    assert shown.input_value() == "1-1"
    weights = reader.figure.evaluate(
        "e => Array.from([1, 4], at => e.game.trainer.network.parameters.W[1][at])"
    )
    first, second = (f"{w:.2f}".replace("-", "−") for w in weights)
    text = reader.figure.locator(".split").text_content()
    assert f"Weights of x₁: {first}, x₂: {second}; bias 0.00." in text
    widths = "all => all.map(rect => rect.style.strokeWidth)"
    assert frames.evaluate_all(widths).index("7") == 3
    shown.select_option("output")
    assert "Weights of unit 1: " in reader.figure.locator(".split").text_content()


def test_the_state_of_the_playground_is_in_the_address(visit):
    reader = visit("ann-playground").play()
    reader.choose("Data", "xor")
    reader.slider("Hidden layers").focus()
    reader.page.keyboard.press("ArrowRight")
    address = reader.address("layers")
    assert address == "#clouds:data=xor&layers=2-2"
    again = visit("ann-playground", hash=address + "&batch=7").play()
    for name, value in (("Hidden layers", "2"), ("Batch size", "7")):
        assert again.slider(name).get_attribute("aria-valuetext") == value


def test_what_is_usual_elsewhere_is_in_the_address_where_it_is_not(visit):
    reader = visit("ann-playground").play()
    reader.choose("Data", "circles")
    reader.choose("Activation", "tanh")
    address = reader.address("circles")
    again = visit("ann-playground", hash=address).play()
    for name, value in (("Data", "circles"), ("Activation", "tanh")):
        chosen = again.figure.get_by_role("combobox", name=name, exact=True)
        assert chosen.input_value() == value


def test_nonsense_in_the_address_is_answered_in_the_figure(visit):
    reader = visit(
        "ann-playground", hash="#clouds:layers=99&rate=%ZZ&points=1,2"
    ).play()
    message = reader.figure.locator(".complaint").text_content()
    assert message.count("is not") == 3
    reader.says("update 0")


def test_the_playground_says_that_it_diverged_and_why(visit):
    settings = "#clouds:activation=linear&layers=8-8&optimizer=sgd&rate=10&data=spiral"
    reader = visit("ann-playground", hash=settings).play()
    reader.button("Run").click()
    text = reader.says("Diverged after")
    assert "learning rate 10 is too large" in text
    assert "NaN" not in reader.figure.evaluate("e => e.shadowRoot.textContent")


def test_a_task_gives_feedback(visit):
    reader = visit("ann-playground").play()
    reader.choose("Task", "0")
    feedback = reader.figure.locator(".feedback")
    assert "Take all hidden layers away" in feedback.text_content()
    reader.slider("Hidden layers").focus()
    reader.page.keyboard.press("Home")
    reader.button("Run").click()
    feedback.filter(has_text="Reached").wait_for()


def test_own_points_are_put_by_keyboard_and_by_mouse(visit):
    reader = visit("ann-playground", hash="#clouds:data=own").play()
    reader.says("There are no points yet")
    reader.slider("Place for a point").focus()
    reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    reader.address("points=0.1%2C0%2C1")
    box = reader.slider("Place for a point").bounding_box()
    reader.page.mouse.click(box["x"] + 80, box["y"])
    assert reader.address("_").count("_") == 1
    reader.slider("Place for a point").click()
    reader.page.wait_for_function("() => location.hash.split('_').length === 3")
    # All points are trained on: no curve, and no word, of a test.
    assert "- - test" not in reader.figure.locator(".split").text_content()


def test_the_keras_program_is_shown(visit):
    reader = visit("ann-playground").play()
    reader.figure.get_by_text("Show as Keras code").click()
    program = reader.figure.locator("pre").filter(has_text="model.set_weights")
    program.wait_for()
