"""The last exercise of a chapter asks for a piece of the reader's own network."""

import re

from annbook.chapters import all_chapters

from annutils.project import pieces
from chapters.ours import ours

LAST = re.compile(
    r"^```\{exercise\}[^\n]*\n:label: (\S+-mynet)\n(?P<task>.*?)^```$"
    r"(?P<solution>.*?)^## ",
    re.MULTILINE | re.DOTALL,
)


def title(chapter):
    return re.search(r"^# (.+)$", chapter.text, re.MULTILINE)[1]


def test_each_piece_is_asked_for_where_it_is_said_to_be():
    titles = {title(chapter): chapter for chapter in all_chapters()}
    for piece in pieces():
        if piece.chapter in titles:  # a book may leave a chapter out
            assert f"`{piece.signature}`" in titles[piece.chapter].text, piece


def test_the_last_exercise_asks_for_the_pieces_and_its_solution_passes():
    by_title = {}
    for piece in pieces():
        by_title.setdefault(piece.chapter, []).append(piece.name)
    for chapter in ours():
        names = by_title.get(title(chapter))
        if names:
            (last,) = LAST.finditer(chapter.text)
            assert "{exercise}" not in last["solution"], chapter.name
            checks = re.search(r"project\.check\((.+)\)", last["solution"])[1]
            assert set(names) <= set(checks.split(", ")), chapter.name
