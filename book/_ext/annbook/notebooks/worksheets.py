"""A chapter's exercises for a class: without their solutions, and a key with them.

Each as a notebook, in which the chapter's own code stands ready, and as a page to
print. Both are made of what ``make book`` has built.
"""

import copy

import nbformat

from annbook.paths import ROOT
from annutils.files import write_whole

FOLDER = ROOT / "_build" / "worksheets"
SITE = ROOT / "_build" / "html"
SOLUTION = "<details>\n<summary>", "# @title "
SECTION = "## "
FIRST = (
    "**Run this first.** The chapter's code, on which the exercises build, is folded "
    "away in these cells."
)


def write(chapter, site=SITE, folder=FOLDER):
    """Write the four files of a chapter's worksheet.

    Parameters
    ----------
    chapter : annbook.chapters.Chapter
    site : pathlib.Path, optional
        The built site.
    folder : pathlib.Path, optional
        Where they go, in a folder of the chapter's part.

    Returns
    -------
    list of pathlib.Path
        The worksheet as a notebook and as a page, then its key.

    Raises
    ------
    ValueError
        If the chapter is not built, or has no exercises.
    """
    source = site / "notebooks" / f"{chapter.name}.ipynb"
    page = site / "book" / f"{chapter.name}.html"
    if not (source.exists() and page.exists()):
        raise ValueError(f"{chapter.name} is not built: run make book first")
    notebook = nbformat.read(source, as_version=4)
    first, last = exercises(notebook.cells, chapter.name)
    html = page.read_text(encoding="utf-8")
    texts = {}
    for key, name in ((False, chapter.name), (True, f"{chapter.name}-key")):
        kept = worksheet(notebook, first, last, key=key)
        texts[folder / f"{name}.ipynb"] = nbformat.writes(kept) + "\n"
        texts[folder / f"{name}.html"] = printable(html, page.parent.as_uri(), key=key)
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
    return list(texts)


def is_solution(cell):
    """Tell whether a cell of a published notebook belongs to a solution."""
    return cell.source.startswith(SOLUTION)


def exercises(cells, name):
    """Return where the section with the exercises begins, and where it ends."""
    try:
        solution = next(i for i, cell in enumerate(cells) if is_solution(cell))
    except StopIteration:
        raise ValueError(f"{name} has no exercises") from None
    heads = [i for i, cell in enumerate(cells) if cell.source.startswith(SECTION)]
    first = max(i for i in heads if i < solution)
    return first, min((i for i in heads if i > solution), default=len(cells))


def worksheet(notebook, first, last, *, key):
    """Return a notebook of the exercises alone, the chapter's code before them.

    Parameters
    ----------
    notebook : NotebookNode
        A chapter as it is published.
    first, last : int
        Where its exercises begin and end.
    key : bool
        Whether solutions stay; else each exercise has an empty cell for an answer.
    """
    made = copy.deepcopy(notebook)
    title, *rest = made.cells[:first]
    title.source = title.source.split("\n", 1)[0]
    code = [cell for cell in rest if cell.cell_type == "code"]
    for cell in code:
        cell.outputs, cell.execution_count = [], None
        if cell.id != "install":
            cell.metadata.update(
                {"cellView": "form", "jupyter": {"source_hidden": True}}
            )
    cells = [title, nbformat.v4.new_markdown_cell(FIRST, id="first"), *code]
    for number, cell in enumerate(made.cells[first:last], 1):
        if key or not is_solution(cell):
            cells.append(cell)
        if not (key or is_solution(cell) or cell.id.startswith("check-")):
            cells.append(nbformat.v4.new_code_cell("", id=f"answer-{number}"))
    made.cells = cells
    return made


def printable(html, folder, *, key):
    """Return a page with the exercises alone, to open from disk and print.

    Parameters
    ----------
    html : str
        A chapter's page.
    folder : str
        Address of the folder in which it lies: the style sheet is found from there.
    key : bool
        Whether solutions stay, unfolded.
    """
    from bs4 import BeautifulSoup  # takes its time

    page = BeautifulSoup(html, "html.parser")
    section = page.select_one(".exercise").find_parent("section")
    for solution in section.select("details.solution"):
        if key:
            solution["open"] = ""
        else:
            solution.decompose()
    for aside in section.select(".stuck, .headerlink, button"):
        aside.decompose()
    for script in page.head.select("script"):
        script.decompose()
    title = page.select_one("article h1")
    for link in title.select(".headerlink"):
        link.decompose()
    base = page.new_tag("base", href=f"{folder}/")
    page.head.insert(0, base)
    body = page.new_tag("body")
    article = page.new_tag("article", attrs={"class": "bd-article"})
    article.extend([title.extract(), section.extract()])
    body.append(article)
    page.body.replace_with(body)
    page.html["data-theme"] = "light"
    return str(page)
