"""What teachers read covers the book's chapters, in their order."""

import re
from posixpath import dirname, join, normpath

import pytest
from annbook.chapters import ROOT, all_chapters

from chapters.ours import ours

PAGE = ROOT / "book" / "teaching.md"
if not PAGE.exists():
    pytest.skip("no page for teachers; one runs these", allow_module_level=True)
SECTIONS = re.findall(
    r"^### \[[^\]]+\]\(([^)]+)\.md\)$(.+?)^```\{misconceptions\} (\S+)$",
    PAGE.read_text(encoding="utf-8"),
    re.M | re.S,
)


def test_every_chapter_has_its_place_and_its_misconceptions():
    lessons = [chapter.name for chapter in ours() if "/" in chapter.name]
    assert [name for name, _, _ in SECTIONS if name in lessons] == lessons
    assert all(name == listed for name, _, listed in SECTIONS)


def test_each_says_what_to_do_in_class():
    assert all(len(words.split()) >= 15 for _, words, _ in SECTIONS)


def test_each_says_what_to_ask_and_which_wrong_answers_to_expect():
    for name, words, _ in SECTIONS:
        parts = re.findall(r"^\*\*([^:]+):\*\* ", words, re.M)
        assert parts[:2] + parts[-1:] == ["Ask", "Expect", "Leave out"], name


def test_each_plan_fills_lessons_of_90_minutes():
    for name, words, _ in SECTIONS:
        plans = re.findall(r"^\*\*Minutes[^:]*:\*\* (.+)$", words, re.M)
        assert 1 <= len(plans) <= 3, name
        for plan in plans:
            minutes = map(int, re.findall(r"(?:^|; )(\d+) ", plan))
            assert sum(minutes) == 90, name


OVERFITTING, PLAYGROUND = "generalization/overfitting", "practice/playground"
REGULARIZATION, SEARCH = (
    "generalization/regularization",
    "generalization/hyperparameters",
)


@pytest.mark.parametrize(
    ("weeks", "missed"),
    [
        ("Twelve", set()),
        ("Six", {(OVERFITTING, PLAYGROUND), (REGULARIZATION, SEARCH)}),
    ],
)
def test_a_course_has_read_what_its_lessons_rest_on(weeks, missed):
    """The page names the questions that look back at what a course leaves out."""
    texts = {one.name: one.source.read_text("utf-8") for one in all_chapters()}
    titles = {
        name: re.search(r"^# (.+)$", text, re.M)[1] for name, text in texts.items()
    }
    table = PAGE.read_text("utf-8").split(f"## {weeks} weeks")[1].split("\n## ")[0]
    read, stumbles = set(), set()
    for lesson, home in re.findall(r"^\| \d+ \|([^|]+)\|(.*)$", table, re.M):
        for name in filter(texts.get, links(lesson)):
            rests_on = re.findall(
                r"\*\*Prerequisites:\*\*.+?^:::", texts[name], re.M | re.S
            )
            needed = {
                normpath(join(dirname(name), one)) for one in links("".join(rests_on))
            }
            assert needed & texts.keys() <= read, name
            backs = re.findall(r"\{question\} Look back: (.+)$", texts[name], re.M)
            unread = texts.keys() - read
            stumbles |= {
                (name, one) for one in unread if titles[one].startswith((*backs, "?"))
            }
            read.add(name)
        read |= texts.keys() & links(home)
    assert stumbles == {pair for pair in missed if texts.keys() >= set(pair)}


def links(text):
    """Return the pages to which links in Markdown lead, in their order."""
    return dict.fromkeys(re.findall(r"\]\(([^)#]+)\.md\)", text)).keys()
