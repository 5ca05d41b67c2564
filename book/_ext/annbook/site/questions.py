"""The directive ``{question}``: a question in the text whose answers answer back.

Its content is the question, then a list. Each item begins with ``[x]`` where it is
right and with ``[ ]`` where it is not; what stands below it tells the reader who has
chosen it why. What the list is says how it is answered:

- one right item: by one choice; several right items: by several, and the page says so;
- with the option ``tolerance``: by a number, which may differ so much from the right
  one; the other items are usual slips;
- a numbered list: by bringing its items, which are shown in another order, into the
  order in which they are written. What stands below an item, for all but the first,
  tells the reader who has it too early why; the text below the list says why all is so.

A ``{hint}`` may stand before the list. Without scripts, on paper and in notebooks, the
answers stand in a fold.
"""

import hashlib
from string import ascii_uppercase
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from annbook.notebooks.markdown import Markdown
from annbook.site.blanks import blank
from annbook.site.translations import translator
from annbook.site.written import add_node

MARKS = {"[x] ": True, "[ ] ": False}
SCRIPT = "questions.js"
# What the script says.
WORDS = {
    "check": "Check",
    "another": "Not this number. Compute it once more.",
    "unread": "Enter a number with a decimal point, or a fraction: 0.25 or 1/4.",
    "none": "Choose an answer first.",
    "right": "Right.",
    "missing": "What you chose is right, and something is missing.",
    "place": "Right up to here. What comes next?",
    "start": "Something else comes first.",
    "number": "Your number",
    "earlier": "Earlier",
    "later": "Later",
    "blank": "Blank",
    "nearly": "nearly right; compute with one digit more.",
    "sign": "the sign is the other one.",
    "wrong": "not right yet.",
    "filled": "{right} of {all} are right.",
}


class question(nodes.General, nodes.Element):  # noqa: N801 (docutils' way)
    """The title, text and choices of a question, and ``folded`` parts of it.

    Its ``kind`` is "choice", "several", "number" or "order".
    """


class folded(nodes.General, nodes.Element):  # noqa: N801
    """What is folded away under its ``title``."""


def setup(app):
    """Connect to Sphinx."""
    app.add_directive("question", Question)
    add_node(app, question, begin_question, end_question)
    add_node(app, folded, begin_folded, end_folded)
    app.connect("html-page-context", add_script)


def add_script(app, page, template, context, doctree):
    """Give a page with questions, or with blanks, the script that answers."""
    if app.builder.name != "html" or not doctree:
        return
    if any(doctree.findall(lambda node: isinstance(node, question | blank))):
        translate = translator(app.config)
        words = {f"data-{name}": translate(text) for name, text in WORDS.items()}
        app.add_js_file(SCRIPT, loading_method="defer", **words)


class Question(SphinxDirective):
    """Read a question; the argument is its title, "Question" if there is none."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar = {
        "label": directives.unchanged_required,
        "tolerance": float,
    }

    def run(self):
        """Return the question, or an error that says what it lacks."""
        self.translate = translator(self.config)
        content = nodes.Element()
        self.state.nested_parse(self.content, self.content_offset, content)
        try:
            return [self.made(content)]
        except ValueError as error:
            return [self.state.document.reporter.error(str(error), line=self.lineno)]

    def made(self, content):
        """Return the question whose parts ``content`` holds."""
        if "label" not in self.options:
            raise ValueError("a question needs a :label:")
        found = [i for i, node in enumerate(content) if is_list(node)]
        if len(found) != 1:
            raise ValueError(f"a question has one list of answers, got {len(found)}")
        (place,) = found
        hints = [node for node in content[:place] if isinstance(node, nodes.hint)]
        text = [node for node in content[:place] if not isinstance(node, nodes.hint)]
        below = content[place + 1 :]
        if not text:
            raise ValueError("a question asks something before its list")
        items = [item.children for item in content[place]]
        if isinstance(content[place], nodes.enumerated_list):
            node = self.order(items, below)
        else:
            node = self.choice(items, below)
        title = self.arguments[0] if self.arguments else self.translate("Question")
        name = nodes.fully_normalize_name(self.options["label"])
        node["names"].append(name)
        self.state.document.note_explicit_target(node, node)
        self.set_source_info(node)
        hint = [self.fold("Hint", "hint", *h.children) for h in hints]
        head = nodes.strong("", title)
        head = nodes.paragraph("", "", head, classes=["question-title"])
        *shown, answers = node.children
        if node["kind"] == "several":
            text.append(nodes.paragraph("", self.translate("Choose all that apply.")))
        node[:] = [head, *text, *shown, *hint, answers]
        node["title"] = title
        return node

    def choice(self, items, below):
        """Return a question that is answered by choices or by a number."""
        if below:
            raise ValueError("what follows the list belongs to one of its answers")
        right, shown, answers = [], [], []
        for number, (first, *reason) in enumerate(items):
            mark = first.astext()[:4]
            if mark not in MARKS:
                raise ValueError(f"an answer begins with [x] or [ ], got {mark!r}")
            if not reason or not isinstance(reason[0], nodes.paragraph):
                raise ValueError(f"the answer {first.astext()!r} says nothing back")
            first[0] = nodes.Text(first[0].astext()[4:])
            right.append(MARKS[mark])
            shown.append(nodes.list_item("", first))
            letter = nodes.strong("", ascii_uppercase[number])
            answers.append(self.answer(letter, first, reason, right[-1]))
        kind = "several" if sum(right) > 1 else "choice"
        if "tolerance" in self.options:
            kind = "number"
        if not any(right) or (kind != "number" and all(right)):
            raise ValueError("some answers are right [x] and some are not [ ]")
        choices = [] if kind == "number" else [lettered(shown)]
        told = nodes.bullet_list("", *answers, classes=["answers"])
        tolerance = self.options.get("tolerance", "")
        fold = self.fold("Answer", "told", told)
        return question("", *choices, fold, kind=kind, tolerance=tolerance)

    def answer(self, letter, first, reason, right):
        """Return what one answer says back."""
        verdict = self.translate("Right." if right else "Not right.")
        if "tolerance" in self.options:
            value = (child.deepcopy() for child in first)
            letter = nodes.strong("", "", nodes.inline("", "", *value))
        reason[0][:0] = [letter, nodes.Text(f": {verdict} ")]
        return nodes.list_item("", *reason, classes=["right"] if right else [])

    def order(self, items, below):
        """Return a question that is answered by bringing items into order."""
        if not below:
            raise ValueError("below a numbered list, a question says why it is so")
        if len(items) < 3:
            raise ValueError(f"an order takes at least 3 items, got {len(items)}")
        shown = mixed_up(len(items), self.options["label"])
        mixed = [nodes.list_item("", items[i][0]) for i in shown]
        letters = [ascii_uppercase[shown.index(i)] for i in range(len(items))]
        order = nodes.paragraph("", "", nodes.strong("", ", ".join(letters)))
        early = map(self.too_early, letters[1:], items[1:])
        early = nodes.bullet_list("", *early, classes=["early"])
        fold = self.fold("Answer", "told", order, *below, early)
        return question("", lettered(mixed), fold, kind="order", order=shown)

    def too_early(self, letter, item):
        """Return why an item comes no earlier."""
        first, *reason = item
        if not reason:
            raise ValueError(f"{first.astext()!r} does not say why it comes no earlier")
        reason[0][:0] = [nodes.strong("", letter), nodes.Text(": ")]
        return nodes.list_item("", *reason)

    def fold(self, title, name, *children):
        """Return a fold with a title of ours."""
        return folded("", *children, title=self.translate(title), classes=[name])


def mixed_up(n, label):
    """Return the numbers below n in another order: by the label, always the same."""

    def key(i):
        return hashlib.sha256(f"{label} {i}".encode()).digest()

    order = sorted(range(n), key=key)
    return order if order != sorted(order) else order[::-1]


def is_list(node):
    """Tell whether a node is a list of answers."""
    return isinstance(node, nodes.bullet_list | nodes.enumerated_list)


def lettered(items):
    """Return the choices A, B, C, ..."""
    style = {"enumtype": "upperalpha", "prefix": "", "suffix": "."}
    return nodes.enumerated_list("", *items, classes=["choices"], **style)


@Markdown.block.register(question)
def question_as_markdown(writer, node):
    """Return a question for a notebook."""
    blocks = []
    for child in node:
        if isinstance(child, nodes.enumerated_list):
            # Markdown knows no list with letters.
            items = zip(ascii_uppercase, child, strict=False)
            named = (f"- **{name}**: {writer.blocks(item)}" for name, item in items)
            blocks.append("\n".join(named))
        else:
            blocks.append(writer.block(child))
    return "\n\n".join(blocks)


@Markdown.block.register(folded)
def folded_as_markdown(writer, node):
    """Return what a notebook folds away."""
    head = f"<details>\n<summary><b>{node['title']}</b></summary>"
    return f"{head}\n\n{writer.blocks(node.children)}\n\n</details>"


def begin_question(writer, node):
    """Begin a question; what the script needs to know stands in its attributes."""
    data = {"data-kind": node["kind"], "role": "group", "aria-label": node["title"]}
    if node.get("tolerance"):
        data["data-tolerance"] = node["tolerance"]
    if node.get("order"):
        data["data-order"] = " ".join(map(str, node["order"]))
    writer.body.append(writer.starttag(node, "div", CLASS="question", **data))


def end_question(writer, node):
    """End it."""
    writer.body.append("</div>\n")


def begin_folded(writer, node):
    """Begin a fold with its title."""
    writer.body.append(writer.starttag(node, "details"))
    writer.body.append(f"<summary>{writer.encode(node['title'])}</summary>\n")


def end_folded(writer, node):
    """End it."""
    writer.body.append("</details>\n")
