"""Ten training sets, ten networks: drawn by mouse and by keyboard."""


def test_ten_samples_end_in_a_verdict(visit):
    reader = visit("ann-resampling").play()
    reader.says("Training set 1 of 10: 200 points, learned by 20 units")
    for k in range(2, 11):
        assert not reader.figure.get_by_text("truth", exact=True).is_visible()
        reader.button("Another training set").click()
        if k < 10:
            reader.says(f"Training set {k} of 10")
    reader.says(
        "Ten training sets of 200 points, 20 units: .*Each is wrong in its own way"
    )
    assert reader.figure.get_by_text("truth", exact=True).is_visible()
    assert reader.figure.get_by_text("meets the truth here").is_visible()
    assert reader.figure.get_by_text("spread: ± one standard deviation").is_visible()
    assert not reader.button("Another training set").is_enabled()


def test_another_network_is_wrong_in_another_way(visit):
    reader = visit("ann-resampling").play()
    reader.button("All ten").click()
    assert reader.figure.get_by_text("?", exact=True).count() == 2
    reader.choose("A hidden layer of", "1")
    reader.says("Ten training sets of 200 points, 1 unit: .*All are wrong alike")
    assert reader.figure.get_by_text("misses the truth here").is_visible()
    assert reader.figure.get_by_text("?", exact=True).count() == 1
    reader.choose("learns from", "800")
    reader.says("800 points, 1 unit: .*All are wrong alike")
    address = reader.address("units=1", "samples=800", "drawn=10")
    visit("ann-resampling", hash=address).play().says("800 points, 1 unit")


def test_the_ring_asks_at_another_place(visit):
    reader = visit("ann-resampling").play()
    before = reader.says("At the ring")
    reader.drag("Ring", -120, -60)
    assert reader.says("At the ring") != before
    ring = reader.slider("Ring")
    at = ring.get_attribute("aria-valuetext")
    for key in ("ArrowRight", "ArrowDown"):
        ring.press(key)
    assert ring.get_attribute("aria-valuetext") != at
    reader.address("x1=", "x2=")
