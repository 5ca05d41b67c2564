"""A year in the text of a chapter stands in one sentence with its source."""

import re

import pytest

YEAR = re.compile(r"(?<![\w.,$^{/\u2013-])(?:1[89]|20)\d\ds?(?![\w%\u2013-]|[.,]\d)")
SENTENCES = re.compile(r"(?<=[.:;?!])\s+(?=[A-Z*(])")
ROLE = re.compile(r"\{([\w:]+)\}`[^`]*`")


def words_of(markdown):
    """Return the text without formulas and code, and with sources marked."""
    text = re.sub(r"^\$\$.*?^\$\$", "", markdown, flags=re.M | re.S)
    sources = ROLE.sub(lambda m: "SOURCE" if "cite" in m[1] else "", text)
    return re.sub(r"\$[^$]*\$|`[^`]*`|\]\([^)]*\)", "", sources)


def paragraphs(chapter):
    """Yield the paragraphs of a chapter, and the captions of its figures."""
    for cell in chapter.notebook().cells:
        if cell.cell_type == "markdown":
            yield from re.split(r"\n\s*\n", words_of(cell.source))
        yield words_of(
            cell.metadata.get("mystnb", {}).get("figure", {}).get("caption", "")
        )


def years_without_source(paragraph):
    """Return the sentences that name a year and no source."""
    sentences = SENTENCES.split(" ".join(paragraph.split()))
    return [one for one in sentences if YEAR.search(one) and "SOURCE" not in one]


def test_every_year_has_a_source_in_its_sentence(chapter):
    for paragraph in paragraphs(chapter):
        assert not years_without_source(paragraph)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was built in 1960.", 1),
        ("In 1960 {cite:p}`hay1960` it was built. It worked in 1962.", 1),
        ("The 1980s were colder than {cite:t}`hendler2008` says.", 0),
        ("A set of 2,000 digits, 1,986 of them right, with $T = 1943$.", 0),
        ("About 2000 samples, {term}`epoch` 1999.", 1),
    ],
)
def test_years_are_told_from_other_numbers(text, found):
    assert len(years_without_source(words_of(text))) == found
