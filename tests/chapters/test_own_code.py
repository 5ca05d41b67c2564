"""What readers are asked to write begins with a signature, and its cases are right."""

import ast
import re

import numpy as np
import pytest
from annbook.chapters import all_chapters
from annbook.site.checks import parts

from annutils.project import pieces
from annutils.project.exercise import Exercise

LABEL = re.compile(r"^:label: (ex-\S+)$", re.M)
TITLE = re.compile(r"^# (.+)$", re.M)


def blocks(text):
    """Give each block of a chapter, with the label of its exercise."""
    before, *rest = text.split("\n:::{check}\n")
    for after in rest:
        yield LABEL.findall(before)[-1], after.partition("\n:::\n")[0]
        before = after


FOUND = [
    (chapter, *each) for chapter in all_chapters() for each in blocks(chapter.text)
]
GIVEN = [each for each in FOUND if parts(each[2])[2]]
PIECES = {piece.name: piece for piece in pieces()}
WRONG = 3  # typical answers, each with words that help


def functions(text):
    """Return the first definition of each function in a text."""
    found = [each for each in ast.parse(text).body if hasattr(each, "name")]
    return {each.name: each for each in reversed(found)}


def test_each_piece_of_mynet_is_written_where_its_chapter_asks_for_it():
    asked = {}
    for chapter, _, block in FOUND:
        names, starter, cases = parts(block)
        for name in () if cases else names:
            head = ast.unparse(functions(starter)[name].args)
            asked[name] = f"{name}({head})", TITLE.search(chapter.text)[1]
    wanted = {name: (each.signature, each.chapter) for name, each in PIECES.items()}
    assert asked == wanted
    assert all(len(piece.slips) >= WRONG for piece in PIECES.values())


def solution(chapter, label):
    """Return what an exercise's solution defines."""
    text = chapter.text.split(f"{{solution-start}} {label}\n")[1]
    text = text.split("{solution-end}")[0]
    known = {"np": np}
    for cell in re.findall(r"```\{code-cell\}.*?\n(.*?)```", text, re.S):
        found = [each for each in ast.parse(cell).body if hasattr(each, "name")]
        exec(compile(ast.Module(found, []), label, "exec"), known)  # noqa: S102
    return known


@pytest.mark.parametrize(
    ("chapter", "label", "block"), GIVEN, ids=[label for _, label, _ in GIVEN]
)
def test_cases_tell_the_solution_from_typical_mistakes(chapter, label, block):
    exercise = Exercise.read(block)
    right = solution(chapter, label)
    for name in exercise.names:
        assert exercise.problem(name, right[name]) == ""
        assert len(exercise.slips[name]) >= WRONG
        for words, wrong in exercise.slips[name].items():
            assert exercise.problem(name, wrong).endswith(f"\n  {words}")
