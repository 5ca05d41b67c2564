"""The core path of a chapter: what a first reading needs."""

import re

ASIDE = {"Deeper", "Exercises", "Further reading"}
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# The front matter, cells of code, and questions, which readers answer or pass by.
NO_TEXT = re.compile(
    r"\A---.*?^---$|^```+\{code-cell\}.*?^```+$|^(:{3,})\{question\}.*?^\1$",
    re.DOTALL | re.MULTILINE,
)
# In this order: formulas and labels go, then a link, or a role, becomes its words.
PLAIN = [
    (re.compile(r"^\$\$.*?^\$\$.*?$", re.DOTALL | re.MULTILINE), ""),
    (re.compile(r"\$[^$]+\$"), "x"),
    (re.compile(r"^\(.*\)=$", re.MULTILINE), ""),
    (re.compile(r"\]\([^)]*\)"), "]"),
    (re.compile(r"\{[a-z:]+\}`([^`<]*)(?:<[^`]*>)?`"), r"\1"),
]


def core_words(text):
    """Return how many words of prose a chapter's text has; a formula counts as one.

    What is folded under "Deeper", the exercises and the sources are left out.
    """
    sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    core = "".join(part for part in sections if heading(part) not in ASIDE)
    core = NO_TEXT.sub("", core)
    for pattern, words in PLAIN:
        core = pattern.sub(words, core)
    return len(WORD.findall(core))


def heading(section):
    """Return the heading that a section begins with; "" if it begins with none."""
    return section.removeprefix("## ").split("\n", 1)[0].strip()
