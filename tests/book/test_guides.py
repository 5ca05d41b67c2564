"""What the guides for authors name is there: files, commands, and links."""

import re

import pytest
from annbook.chapters import ROOT
from chapters.ours import NAMES
from repository import commands

GUIDES = ["README.md", "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
GUIDE = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: (ROOT / guide).stem)
# Where a guide's short paths begin: rooms are written as their packages see them.
BASES = ["", "annutils", "annutils/widgets", "book/_ext/annbook", ".github/workflows"]
# Made by a command, or by whoever follows the guide; and what every figure has its own.
MADE = re.compile(
    r"_build|\.venv|node_modules|word_vectors|convolution|mynet\.py|[<…*]"
    r"|^(index|model|style|view|words)\.js$"
)

# Examples that a book made from this one may have cut.
PAGES = {f"book/{name}.md" for name in (*NAMES, "teaching")}


def text(guide):
    return (ROOT / guide).read_text("utf-8")


@GUIDE
def test_every_path_leads_somewhere(guide):
    for path in re.findall(r"`([^`\s]+)`", text(guide)):
        is_path = "/" in path or re.search(r"\.(py|js|md|yml|toml|cff)$", path)
        if is_path and not MADE.search(path) and path not in PAGES:
            assert any((ROOT / base / path).exists() for base in BASES), path


@GUIDE
def test_every_link_within_the_repository_leads_somewhere(guide):
    for link in re.findall(r"\]\(([^)#]+)\)", text(guide)):
        if "://" not in link:
            assert ((ROOT / guide).parent / link).exists(), link


@GUIDE
def test_every_command_of_make_is_one(guide):
    assert set(re.findall(r"(?:`|    )make ([a-z-]+)", text(guide))) <= commands()
