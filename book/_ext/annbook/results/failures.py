"""What an author is told about a chapter that failed: short, and where the rest is.

A kernel's traceback shows each frame with its surroundings, and repeats the cell. Here,
a cell and its error are a few lines; the whole goes to a log.
"""

import re

from annbook.results.cells import code_cells

CODE, MESSAGE, FRAMES = 8, 8, 4  # lines, lines, frames at most
ANSI = re.compile(r"\x1b\[[0-9;]*m")
RULE = "-" * 18
HEAD = re.compile(r"^(\S+) +Traceback \(most recent call last\)$", re.MULTILINE)
FRAME = re.compile(r"^(?:File|Cell) .*", re.MULTILINE)


class ExecutionError(Exception):
    """Chapters failed, or could not run.

    Parameters
    ----------
    message : str
        A few lines.
    whole : str
        All that is known, for the log; by default the message.
    """

    def __init__(self, message, whole=None):
        super().__init__(message, whole)
        self.message, self.whole = message, whole or message

    def __str__(self):
        """Return the few lines."""
        return self.message


def of_cell(notebook, text):
    """Return the error that tells of a failed cell.

    Parameters
    ----------
    notebook : NotebookNode
        The chapter.
    text : str
        What nbclient says: the cell's code, what it printed, and the traceback.
    """
    # nbclient's own frames come first and say nothing to an author.
    whole = plain(text).partition("nbclient.exceptions.")[2] or plain(text)
    code, _, rest = whole.partition(RULE)[2].lstrip("-\n").partition(f"\n{RULE}")
    cells = [cell.source for cell in code_cells(notebook)]
    number = _number(cells, code, rest)
    head = f"cell {number} of {len(cells)} fails:" if number else "a cell fails:"
    source = cells[number - 1] if number else code
    lines = [head, "", *_indented(cut(source, CODE)), "", *_frames(rest)]
    return ExecutionError("\n".join([*lines, cut(_error(whole, rest), MESSAGE)]), whole)


def plain(text):
    """Return the text without the codes that color it in a terminal."""
    return ANSI.sub("", text or "")


def cut(text, lines):
    """Return the text with its middle left out when it has more lines than that."""
    parts = text.strip("\n").splitlines()
    if len(parts) > lines:
        left_out = len(parts) - lines + 1
        first = lines // 2
        parts[first : first + left_out] = [f"... {left_out} more lines ..."]
    return "\n".join(line[:160] for line in parts)


def in_a_line(text):
    """Return what failed and why: the first and the last of some lines."""
    lines = text.splitlines()
    return " ".join(lines[:1] + lines[1:][-1:])


def _number(cells, code, traceback):
    """Return which code cell failed, counted from one, as far as that can be told."""
    if frame := re.search(r"^ *Cell In\[(\d+)\]", traceback, re.MULTILINE):
        return int(frame[1])
    # of a long cell that took too long, nbclient quotes two lists of lines
    same = [
        number
        for number, cell in enumerate(map(str.strip, cells), 1)
        if cell == code.strip() or code.startswith(f"{cell.splitlines()[:5]}\n...\n")
    ]
    return same[0] if len(same) == 1 else None


def _frames(traceback):
    """Return a line for each of the last calls that led to the error."""
    last = traceback[max([head.end() for head in HEAD.finditer(traceback)] or [0]) :]
    frames = FRAME.findall(last)
    return [f"  {frame.rstrip(':')}" for frame in frames[-FRAMES:]]


def _error(whole, traceback):
    """Return the error's name and what it says: the end of the traceback."""
    heads = HEAD.findall(traceback)
    if heads and (start := traceback.rfind(f"\n{heads[-1]}")) >= 0:
        return traceback[start:]
    # SyntaxError has no such head, and a cell that takes too long no traceback at all.
    last = traceback.strip("-\n").rpartition("\n\n")[2]
    return last or whole.partition("\n")[0]


def _indented(text):
    """Return the lines of a text, each moved to the right."""
    return [f"    {line}" for line in text.splitlines()]
