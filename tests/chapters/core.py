"""The core path of a chapter: what a first reading needs, in words and in minutes.

The minutes are counted, not clocked: 180 words of text a minute, captions and questions
included; ten lines of code in sight; one minute for a figure, two where it is played,
one to answer a question, half of one for a line of a formula that stands alone.
"""

import re

from annbook.results.cells import code_cells

ASIDE = {"Deeper", "Exercises", "Further reading"}
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
ASKED = r"^(:{3,})\{question\}.*?^\1$"
QUESTION = re.compile(ASKED, re.DOTALL | re.MULTILINE)
FORMULA = re.compile(r"^\$\$(.*?)^\$\$", re.DOTALL | re.MULTILINE)
# The front matter, cells of code, and questions, which readers answer or pass by.
NO_TEXT = re.compile(
    rf"\A---.*?^---$|^```+\{{code-cell\}}.*?^```+$|{ASKED}", re.DOTALL | re.MULTILINE
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
    """Return how many words of prose the core has; a formula counts as one."""
    core = NO_TEXT.sub("", core_of(text))
    for pattern, words in PLAIN:
        core = pattern.sub(words, core)
    return len(WORD.findall(core))


def core_minutes(chapter):
    """Return the minutes that a first reading takes, by the count named above."""
    source = chapter.source.read_text(encoding="utf-8")
    core = core_of(source)
    asked = [whole[0] for whole in QUESTION.finditer(core)]
    words = core_words(source) + sum(map(question_words, asked))
    lines = sum(1 + rows.count(r"\\") for rows in FORMULA.findall(core))
    minutes = len(asked) + lines / 2
    for cell in code_cells(chapter.notebook()):
        if cell.source not in core or "check" in cell.metadata.get("tags", ()):
            continue
        figure = cell.metadata.get("mystnb", {}).get("figure")
        if figure:
            words += len(WORD.findall(figure["caption"]))
            minutes += 2 if "widgets." in cell.source else 1
        if "hide-input" not in cell.metadata.get("tags", ()):
            minutes += len(re.findall(r"^.*\S", cell.source, re.MULTILINE)) / 10
    return minutes + words / 180


def question_words(question):
    """Return how many words ask; hint and answers come after."""
    return len(WORD.findall(re.split(r"^:::\{hint\}|^- \[", question, flags=re.M)[0]))


def core_of(text):
    """Return the text without what is folded, the exercises and the sources."""
    sections = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return "".join(part for part in sections if heading(part) not in ASIDE)


def heading(section):
    """Return the heading that a section begins with; "" if it begins with none."""
    return section.removeprefix("## ").split("\n", 1)[0].strip()
