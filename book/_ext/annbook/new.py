"""``make chapter`` and ``make figure``: skeletons that pass the tests as they are.

Each is one that works, from ``skeletons/``, to be replaced piece by piece. Names are
looked at before anything is written; what cannot be written whole is taken back.
"""

import argparse
import keyword
import re
import sys

from annbook.paths import CODE, ROOT
from annutils.files import write_whole

SKELETONS = CODE / "skeletons"
WORD = "[a-z]+(?:_[a-z]+)*"


def main(arguments=None):
    """Write what is asked for, say which files; return the exit status."""
    parser = argparse.ArgumentParser(prog="annbook.new", description=__doc__)
    kinds = {"chapter": chapter, "figure": figure}
    parser.add_argument("kind", choices=kinds)
    parser.add_argument("name", help="of a chapter such as practice/mnist")
    options = parser.parse_args(arguments)
    try:
        files = kinds[options.kind](options.name)
        write(files)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(*(f"wrote {path.relative_to(ROOT)}" for path in files), sep="\n")
    return 0


def chapter(name, root=ROOT):
    """Return the files of a new chapter, its line in the table of contents included.

    Parameters
    ----------
    name : str
        Its path below ``book/`` without suffix, such as ``practice/mnist``.
    root : Path
        The top level of the repository.

    Returns
    -------
    dict of Path to str

    Raises
    ------
    ValueError
        If the name has another form, its part is unknown, or a file is there already.
    """
    if not re.fullmatch(f"{WORD}/{WORD}", name):
        raise ValueError(
            "Expected NAME=part/name of small letters and underscores, such as "
            f"practice/mnist, got {name!r}."
        )
    part, _, last = name.partition("/")
    words = {
        "part/skeleton": name,
        "Skeleton": last.replace("_", " ").capitalize(),
        "skeleton": last.replace("_", "-"),  # in labels
    }
    tests = root / "tests" / "chapters" / part
    files = {
        root / "book" / f"{name}.md": filled("chapter.md", words),
        tests / f"test_{last}.py": filled("test_chapter.py", words),
    }
    refuse_taken(files, root)
    if not (tests / "__init__.py").exists():
        files[tests / "__init__.py"] = ""
    contents = root / "_toc.yml"
    return files | {contents: listed(contents.read_text("utf-8"), name)}


def listed(toc, name):
    """Return the table of contents with the chapter: the last one of its part.

    A chapter that is listed already stays where it is: so a new part begins.
    """
    part = name.partition("/")[0]
    if re.search(rf"^ *- file: book/{name}(?:\.md)?$", toc, flags=re.M):
        return toc
    lines = toc.splitlines(keepends=True)
    entries = {
        number: match[1]
        for number, line in enumerate(lines)
        if (match := re.match(rf"( *)- file: book/{part}/", line))
    }
    if not entries:
        parts = sorted(set(re.findall(rf"- file: book/({WORD})/", toc)))
        raise ValueError(
            f"Expected a part of the book ({', '.join(parts)}), got {part!r}. "
            f"To begin it, list book/{name} in _toc.yml first."
        )
    indent = min(entries.values(), key=len)
    after = 1 + max(number for number in entries if entries[number] == indent)
    while after < len(lines) and lines[after].startswith(f"{indent} "):
        after += 1  # a title, or sections
    if not lines[after - 1].endswith("\n"):
        lines[after - 1] += "\n"
    lines.insert(after, f"{indent}- file: book/{name}\n")
    return "".join(lines)


def figure(name, root=ROOT):
    """Return the files of a new interactive figure, its registration included.

    Parameters
    ----------
    name : str
        Of its element, ``<ann-name>``, and of the function in ``annutils.widgets``.
    root : Path
        The top level of the repository.

    Returns
    -------
    dict of Path to str

    Raises
    ------
    ValueError
        If the name has another form, or a file is there already.
    """
    if not re.fullmatch("[a-z]{2,20}", name) or keyword.iskeyword(name):
        raise ValueError(
            "Expected NAME of 2 to 20 small letters, such as perceptron, and no word "
            f"of Python's own, got {name!r}."
        )
    words = {"Skeleton": name.capitalize(), "skeleton": name}
    widgets = root / "annutils" / "widgets"
    of_figure = widgets / "js" / "figures" / name
    files = {
        widgets / f"_{name}.py": filled("figure.py", words),
        of_figure / "index.js": filled("index.js", words),
        of_figure / "model.js": filled("model.js", words),
        root / "tests" / "js" / "figures" / f"{name}.test.mjs": filled(
            "figure.test.mjs", words
        ),
    }
    # a module of the package would hide the function of its name
    refuse_taken([*files, widgets / name, widgets / f"{name}.py"], root)
    package = widgets / "__init__.py"
    return files | {package: registered(package.read_text("utf-8"), name)}


def registered(package, name):
    """Return the text of the package with one more figure, in alphabetical order."""
    new = {
        r"(?:    from annutils\.widgets\._.*\n)+": (
            f"    from annutils.widgets._{name} import {name}\n"
        ),
        r'(?<=__all__ = \[\n)(?:    ".*",\n)+': f'    "{name}",\n',
    }
    for block, line in new.items():
        (lines,) = re.findall(block, package)
        longer = sorted({*lines.splitlines(keepends=True), line})
        package = package.replace(lines, "".join(longer))
    return package


def filled(skeleton, words):
    """Return the text of a skeleton with the words replaced, longest first."""
    text = (SKELETONS / skeleton).read_text(encoding="utf-8")
    return re.sub("|".join(words), lambda match: words[match[0]], text)


def refuse_taken(files, root):
    """Raise ``ValueError`` if one of the files is there."""
    for path in files:
        if path.exists():
            place = path.relative_to(root).as_posix()
            raise ValueError(f"{place} is there already: choose another name.")


def write(files):
    """Write all of the files, or leave everything as it was."""
    before = {}
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            before[path] = path.read_bytes() if path.exists() else None
            write_whole(path, text.encode())
    except BaseException:
        for path, content in before.items():
            if content is None:
                path.unlink(missing_ok=True)
            else:
                write_whole(path, content)
        raise


if __name__ == "__main__":
    sys.exit(main())
