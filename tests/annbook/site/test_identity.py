"""Title, author and repository stand once: in _config.yml."""

from types import SimpleNamespace

import yaml
from annbook.paths import ROOT
from annbook.site import identity

CFF = """\
title: Old
authors:
  - name: Somebody
version: 0.1.0
repository-code: https://example.org/old
"""


def test_pages_name_the_book_by_its_configuration():
    config = SimpleNamespace(
        html_title="Réseaux", author="A. Teacher", copyright="2030, A. Teacher"
    )
    assert identity.identity(config) == {
        "title": "Réseaux",
        "author": "A. Teacher",
        "year": "2030",
    }


def test_the_citation_takes_title_author_and_repository():
    new = yaml.safe_load(identity.citation(CFF, "Réseaux", "A. Teacher", "https://a/b"))
    assert new == {
        "title": "Réseaux",
        "authors": [{"name": "A. Teacher"}],
        "version": "0.1.0",
        "repository-code": "https://a/b",
    }


def test_no_other_file_repeats_the_title():
    title = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))["title"]
    files = [ROOT / name for name in ("README.md", "pyproject.toml", "LICENSE")]
    files += [*(ROOT / "book").glob("*.md"), *(ROOT / "annutils").glob("*.py")]
    assert not [path for path in files if title in path.read_text("utf-8")]


def test_the_citation_file_is_in_step():
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    ours = config["title"], config["author"], config["repository"]["url"]
    assert identity.citation(text, *ours) == text, (
        "make book brings it in step: commit CITATION.cff"
    )
