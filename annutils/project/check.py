"""Compares a reader's functions with what they should return, case by case."""

import copy
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from annutils.project.piece import Piece
from annutils.project.pieces import pieces

__all__ = ["Finding", "Report", "check"]

SHORT = 6  # numbers that are shown as they are
NOTHING = "It returns nothing: maybe a return is missing."


@dataclass(frozen=True)
class Finding:
    """What came out for one piece.

    Attributes
    ----------
    piece : Piece
        What was tried.
    problem : str
        Which case failed, with what was expected and what came; "" when none did.
    """

    piece: Piece
    problem: str

    def __repr__(self):
        if self.problem:
            return f"✗ {self.piece.name}, {self.problem}"
        n = len(self.piece.cases)
        return f"✓ {self.piece.name}: {n} case{'s' if n > 1 else ''}"


@dataclass(frozen=True)
class Report:
    """What came out for all pieces that were given, in the order of the book.

    Attributes
    ----------
    findings : tuple of Finding
        One for each piece that was given.
    following : Piece or None
        The first that was not given, after the last one that was.
    """

    findings: tuple
    following: Piece | None

    @property
    def passed(self):
        """Whether no case failed (bool)."""
        return not any(finding.problem for finding in self.findings)

    def __repr__(self):
        lines = [repr(finding) for finding in self.findings]
        if self.passed and self.following:
            lines.append(f"Next: {self.following.signature} ({self.following.chapter})")
        return "\n".join(lines)


def check(*own):
    """Try your functions on the cases of the book.

    Parameters
    ----------
    *own : module or function
        Your ``mynet``, of which all functions with the name of a piece are tried, or
        functions, by their names.

    Returns
    -------
    Report
        Shown, it has a line for each piece, and says what comes next.

    Raises
    ------
    TypeError
        If something else than modules and functions is given, or nothing.
    ValueError
        If there is no function with the name of a piece.

    Examples
    --------
    >>> def fires(x, w, threshold):
    ...     return int(w @ x > threshold)
    >>> check(fires)
    ✗ fires, case 2 of 4:
      x = [1. 1.]
      w = [1. 1.]
      threshold = 2
      expected 1
      got 0
      At the threshold itself the neuron fires, too.
    """
    functions = {}
    for each in own:
        if isinstance(each, ModuleType):
            functions |= {n: f for n, f in vars(each).items() if callable(f)}
        elif callable(each) and hasattr(each, "__name__"):
            refuse_unknown(each.__name__)
            functions[each.__name__] = each
        else:
            kind = type(each).__name__
            raise TypeError(f"Expected your module or functions, got {kind}.")
    known = pieces()
    given = tuple(piece for piece in known if piece.name in functions)
    if not given:
        names = ", ".join(piece.name for piece in known)
        raise ValueError(f"Expected a function with one of the names {names}.")
    return Report(
        tuple(
            Finding(piece, problem(solved(piece), piece.slips, functions[piece.name]))
            for piece in given
        ),
        next(iter(known[known.index(given[-1]) + 1 :]), None),
    )


def refuse_unknown(name):
    """Raise ValueError when no piece has that name, and say which is near."""
    names = [piece.name for piece in pieces()]
    if name not in names:
        near = difflib.get_close_matches(name, names) or names
        raise ValueError(f"Expected the name of a piece ({', '.join(near)}): {name!r}.")


def solved(piece):
    """Return the cases of a piece, each with what is expected."""
    return [(case, result(piece.solve, case)) for case in piece.cases]


def problem(cases, slips, function):
    """Return what is wrong with the first case that fails; "" when none does.

    Parameters
    ----------
    cases : list of tuple
        Arguments by name, and what is expected.
    slips : dict of str to callable
        Usual mistakes, by the words that help.
    function : callable
    """
    for number, (case, expected) in enumerate(cases, start=1):
        head = f"case {number} of {len(cases)}:{shown_arguments(case)}"
        arguments = copy.deepcopy(case)
        try:
            got = called(function, arguments)
        except Exception as error:  # whatever it is, the reader is told
            return f"{head}\n  raised {type(error).__name__}: {error}"
        if words := difference(expected, got):
            hint = [NOTHING] if got is None else slip(slips, case, got)
            return "\n  ".join([head, *words, *hint])
        for name, value in case.items():
            if difference(value, arguments[name]):
                return f"{head}\n  changed its argument {name}: work on a copy"
    return ""


def slip(slips, case, got):
    """Return the words about the usual slip with this result: a list, maybe empty."""
    return [
        words
        for words, wrong in slips.items()
        if not difference(result(wrong, case), got)
    ][:1]


def result(function, case):
    """Return what a function of the book returns for a case."""
    return called(function, copy.deepcopy(case))


def called(function, arguments):
    """Call a function; what it yields is a list."""
    with np.errstate(all="ignore"):  # a wrong result is told, without noise before it
        got = function(*arguments.values())
        return list(got) if isinstance(got, Iterator) else got


def difference(expected, got, place=""):
    """Return lines that say how two results differ; none if they do not.

    Parameters
    ----------
    expected, got : number, array, tuple or list of such, or anything else
        Numbers may differ by one millionth. What is neither, such as a function or a
        generator of random numbers, does not count.
    place : str
        Where the two stand in a longer result, such as ``" in result 1 of 2"``.
    """
    if got is None:
        return [f"expected a result{place}", "got None"]
    if isinstance(expected, tuple | list):
        if not isinstance(got, tuple | list) or len(got) != len(expected):
            return [f"expected {len(expected)} results{place}", f"got {shown(got)}"]
        # A result of a result, such as one layer's weights, is a part of it.
        kind = ", part" if place else " in result"
        found = (
            difference(*pair, f"{place}{kind} {i} of {len(expected)}")
            for i, pair in enumerate(zip(expected, got, strict=True), start=1)
        )
        return next(filter(None, found), [])
    try:
        right = np.asarray(expected, dtype=float)
    except (TypeError, ValueError):
        return []
    try:
        value = np.asarray(got, dtype=float)
    except (TypeError, ValueError):
        return [f"expected {shown(right)}{place}", f"got {shown(got)}"]
    if value.shape != right.shape:
        return [f"expected the shape {right.shape}{place}", f"got {value.shape}"]
    wrong = ~np.isclose(value, right, rtol=1e-6, atol=1e-9, equal_nan=True)
    if not wrong.any():
        return []
    if right.size > SHORT:
        first = tuple(map(int, np.argwhere(wrong)[0]))
        place = f" at {list(first)}{place}"
        right, value = right[first], value[first]
    return [f"expected {shown(right)}{place}", f"got {shown(value)}"]


def shown_arguments(case):
    """Return the arguments, a line each."""
    return "".join(f"\n  {name} = {shown(value)}" for name, value in case.items())


def shown(value):
    """Return a value on one line; of a long array its shape."""
    if isinstance(value, tuple | list):
        inner = ", ".join(map(shown, value))
        return f"({inner})" if isinstance(value, tuple) else f"[{inner}]"
    if isinstance(value, np.random.Generator):
        return "a generator of random numbers"
    if isinstance(value, np.ndarray) and value.size > SHORT:
        return f"an array of shape {value.shape}"
    if np.ndim(value) == 0 and isinstance(value, np.ndarray | float):
        return f"{float(value):.6g}"
    if isinstance(value, np.ndarray):
        return " ".join(np.array2string(value, precision=4).split())
    return getattr(value, "__name__", None) or repr(value)
