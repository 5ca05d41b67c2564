"""What is written in a drawing can be read, whatever the reader does."""

from collisions import USING


def test_no_text_covers_another_or_is_cut_off(visit, tag):
    reader = visit(tag, reduced_motion="reduce").play()
    assert reader.figure.evaluate(USING) == []
