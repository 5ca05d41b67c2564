"""What the first page says of the chapters is what they say of themselves."""

import re

import pytest
from annbook.chapters import ROOT, all_chapters

from chapters.ours import ours

INDEX = ROOT / "book" / "index.md"
CARD = re.compile(r"^(\d+)\. \[(.+)\]\((.+)\.md\) (\d+)\smin$", re.MULTILINE)
CARDS = CARD.findall(INDEX.read_text(encoding="utf-8"))


LESSONS = [chapter.name for chapter in all_chapters() if "/" in chapter.name]


def test_every_chapter_has_a_card():
    names = [chapter.name for chapter in ours() if "/" in chapter.name]
    assert [name for _, _, name, _ in CARDS if name in names] == names


def test_a_card_has_the_number_of_its_chapter():
    if [name for _, _, name, _ in CARDS] != LESSONS:
        pytest.skip("the cards are those of other chapters; one for each runs this")
    assert [int(number) for number, *_ in CARDS] == [*range(1, len(CARDS) + 1)]


@pytest.mark.parametrize("chapter", [one for one in ours() if "/" in one.name])
def test_a_card_has_the_title_and_the_time_of_its_chapter(chapter):
    title = re.search(r"^# (.+)$", chapter.text, re.MULTILINE)[1]
    time = re.search(r"\*\*Time:\*\* (\d+) minutes", chapter.text)[1]
    assert (title, chapter.name, time) in [card[1:] for card in CARDS]


@pytest.mark.parametrize("chapter", [one for one in ours() if "/" in one.name])
def test_the_picture_on_a_card_is_a_figure_of_its_chapter(chapter):
    picture = re.search(r"^picture: (\S+)$", chapter.text, re.MULTILINE)[1]
    assert f"\n    name: {picture}\n" in chapter.text
