"""What a chapter gives to the page of progress: sections, questions, exercises."""

import html
from string import ascii_uppercase

from docutils import nodes
from sphinx_exercise.nodes import exercise_enumerable_node, exercise_node

from annbook.site.folds import DEEPER
from annbook.site.questions import folded, question
from annbook.site.search.documents import line
from annbook.site.translations import translator

ASIDE = DEEPER, "Exercises", "Further reading"  # beside a first reading
TAGS = {nodes.strong: "b", nodes.emphasis: "i", nodes.literal: "code"}


def of_page(env, page, doctree):
    """Return what of a page can be read, answered and solved; None if it is no chapter.

    Returns
    -------
    dict
        ``title``; ``sections`` of a first reading, each with ``id`` and ``title``;
        ``questions``, each with ``id``, what it ``asks``, and a card's ``front`` and
        ``back`` as HTML; ``exercises``, which are ids.
    """
    top = next(doctree.findall(nodes.section), None)
    chapter = "kernelspec" in env.metadata.get(page, ())
    if not chapter or page == env.config.root_doc or top is None:
        return None
    numbers = env.toc_secnumbers.get(page, {})
    aside = {*map(translator(env.config), ASIDE)}

    def titled(section, at):
        number = ".".join(map(str, numbers.get(at, ())))
        return f"{number} {line(section[0])}".strip()

    sections = [
        {"id": each["ids"][0], "title": titled(each, f"#{each['ids'][0]}")}
        for each in top
        if isinstance(each, nodes.section) and line(each[0]) not in aside
    ]
    exercises = doctree.findall(
        lambda node: isinstance(node, exercise_node | exercise_enumerable_node)
    )
    return {
        "title": titled(top, ""),
        "sections": sections,
        "questions": [card(each) for each in doctree.findall(question)],
        "exercises": [each["ids"][0] for each in exercises],
    }


def card(node):
    """Return a question as a card, whose back tells what is right and why."""
    _, *parts, fold = node
    shown = [part for part in parts if not isinstance(part, folded)]
    told = [
        item
        for item in fold.findall(nodes.list_item)
        if "right" in item.get("classes", ())
    ]
    return {
        "id": node["ids"][0],
        "asks": line(shown[0]),
        "front": joined(shown),
        "back": joined(told or [part for part in fold if not is_early(part)]),
    }


def is_early(node):
    """Tell whether a node says of items why they come no earlier."""
    return "early" in node["classes"]


def joined(parts):
    """Return what stands one below the other, as HTML in one line."""
    return "<br>".join(filter(None, map(written, parts)))


def written(node):
    """Return a node as a card shows it; formulas are for MathJax, which Anki has."""
    if isinstance(node, nodes.Text):
        return html.escape(" ".join(f"|{node}|".split()), quote=False)[1:-1]
    if isinstance(node, nodes.math):
        return rf"\({html.escape(flat(node), quote=False)}\)"
    if isinstance(node, nodes.math_block):
        return rf"\[{html.escape(flat(node), quote=False)}\]"
    if isinstance(node, nodes.enumerated_list):
        items = zip(ascii_uppercase, node, strict=False)
        return "<br>".join(f"{letter}. {written(item)}" for letter, item in items)
    if isinstance(node, nodes.literal_block):
        return f"<pre>{html.escape(node.astext())}</pre>".replace("\n", "<br>")
    if isinstance(node, nodes.TextElement):
        text = "".join(map(written, node))
        tag = TAGS.get(type(node))
        return f"<{tag}>{text}</{tag}>" if tag else text
    return joined(node.children)


def flat(node):
    """Return a formula in one line."""
    return " ".join(node.astext().split())
