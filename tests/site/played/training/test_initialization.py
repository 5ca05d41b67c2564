"""The way of a signal through thirty layers, played by mouse and by keyboard."""


def test_a_guess_uncovers_the_lever_which_is_dragged(visit):
    reader = visit("ann-signal").play()
    reader.says("25 are covered")
    assert not reader.slider("Scale of the weights").is_visible()
    reader.button("About 40%").click()
    reader.says("Signal after 30 layers: 4.2% on average")
    assert reader.figure.get_by_text("It is about 4%").is_visible()
    assert not reader.button("Skip").is_visible()
    reader.drag("Scale of the weights", 0, -100)
    reader.says("-fold on average")
    lever = reader.slider("Scale of the weights")
    assert float(lever.get_attribute("aria-valuetext")) > 1


def test_keys_move_the_lever_and_the_address_keeps_it(visit):
    reader = visit("ann-signal").play()
    reader.button("Skip").click()
    lever = reader.slider("Scale of the weights")
    for key in ("ArrowUp", "ArrowRight", "ArrowRight", "ArrowDown"):
        lever.press(key)
    reader.says("Weights 0.92 times He's scale")
    reader.choose("Units and rule", "tanh")
    reader.says("times Glorot's scale")
    reader.button("Other weights").click()
    address = reader.address("scale=0.92", "activation=tanh", "seed=1")
    again = visit("ann-signal", hash=address).play()
    again.says("Weights 0.92 times Glorot's scale")
    assert not again.button("Skip").is_visible()
