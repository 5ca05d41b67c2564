"""Tries what a reader has written as text, where no notebook shows what goes wrong.

The text is run: whoever calls this does so where it can do no harm, as in a browser's
worker.
"""

import contextlib
import io
import traceback
from types import ModuleType

from annutils.project.check import NOTHING, check
from annutils.project.exercise import Exercise
from annutils.project.pieces import pieces

__all__ = ["tried"]

FILE = "mynet.py"
PRINTED = 2000  # characters that are shown
MISSING = "There is no function of this name yet."


def tried(text, names, cases=""):
    """Run a text that defines functions, and try them.

    Parameters
    ----------
    text : str
        Python.
    names : list of str
        The functions that are asked for.
    cases : str
        What an exercise tries them on, as `annutils.project.exercise` reads it. Without
        it, they are pieces of ``mynet``, and all pieces in the text are tried.

    Returns
    -------
    dict
        To be written as JSON. ``error``: where the text itself raised one, its ``line``
        and ``message``, else None. ``findings``: of each function its ``name``, how
        many ``cases`` it was tried on, its ``problem`` ("" for none), the words that
        ``help``, and the ``line`` at which it raised an error, or None. ``passed``:
        whether all that are asked for are right. ``next``: what the next chapter asks
        for, or "". ``printed``: what the text printed.
    """
    result = {"error": None, "findings": [], "passed": False, "next": ""}
    printed, mynet = io.StringIO(), ModuleType("mynet")
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        try:
            exec(compile(text, FILE, "exec"), vars(mynet))  # noqa: S102
        except BaseException as error:  # whatever it is, the reader is told
            result["error"] = {"line": line(error), "message": message(error)}
        else:
            own = {n: Watched(f) for n, f in vars(mynet).items() if callable(f)}
            result |= by_cases(own, cases) if cases else by_pieces(own)
            result["findings"] += [missing(name) for name in names if name not in own]
            wrong = {each["name"] for each in result["findings"] if each["problem"]}
            result["passed"] = wrong.isdisjoint(names)
    return result | {"printed": printed.getvalue()[:PRINTED]}


def by_cases(own, cases):
    """Try functions on the cases of an exercise."""
    exercise = Exercise.read(cases)
    return {
        "findings": [
            finding(
                name,
                len(exercise.cases[name]),
                exercise.problem(name, own[name]),
                exercise.slips[name],
                own[name],
            )
            for name in exercise.names
            if name in own
        ]
    }


def by_pieces(own):
    """Try all functions that are pieces of ``mynet``."""
    if not any(piece.name in own for piece in pieces()):
        return {}
    mynet = ModuleType("mynet")
    vars(mynet).update(own)
    report = check(mynet)
    following = report.following
    return {
        "findings": [
            finding(
                each.piece.name,
                len(each.piece.cases),
                each.problem,
                each.piece.slips,
                own[each.piece.name],
            )
            for each in report.findings
        ],
        "next": f"{following.signature} ({following.chapter})" if following else "",
    }


def finding(name, cases, problem, slips, function):
    """Return what came out for a function; what helps stands apart."""
    known = (*slips, NOTHING)
    words = next((words for words in known if problem.endswith(f"\n  {words}")), "")
    problem = problem.removesuffix(f"\n  {words}") if words else problem
    return {
        "name": name,
        "cases": cases,
        "problem": problem,
        "help": words,
        "line": function.line,
    }


def missing(name):
    """Return what is said of a function that is not there."""
    return {"name": name, "cases": 0, "problem": MISSING, "help": "", "line": None}


class Watched:
    """A function that remembers the line at which it raised an error.

    Parameters
    ----------
    function : callable
    """

    def __init__(self, function):
        self.function = function
        self.line = None

    def __call__(self, *arguments):
        """Call it."""
        try:
            return self.function(*arguments)
        except Exception as error:
            self.line = line(error)
            raise


def line(error):
    """Return the last line of the reader's text on the way to an error, or None."""
    if isinstance(error, SyntaxError) and error.filename == FILE:
        return error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    return next(
        (each.lineno for each in reversed(frames) if each.filename == FILE), None
    )


def message(error):
    """Return the name of an error and what it says."""
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {said}" if said else type(error).__name__
