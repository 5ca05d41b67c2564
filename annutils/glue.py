"""Numbers for the text: what a cell computes, a sentence can show.

A chapter records ``glue("accuracy", "0.92")`` and writes ``{glue:text}`accuracy```.
MyST-NB has this function, too; this one also runs where MyST-NB is not installed: in
Colab and in the browser.
"""

import math
import numbers
import re

PREFIX = "application/papermill.record/"
"""MIME prefix under which a recorded value is kept, but not displayed."""


def glue(name, value):
    """Record a value under a name, for the text of the chapter.

    A string appears in the text as it is ("0.920" keeps its zero), a number as `str`
    shows it, or as the role asks: ``{glue:text}`accuracy:.3f```.

    Parameters
    ----------
    name : str
        Letters, digits, "-" and "_"; unique in the chapter.
    value : str, int or float
        Numbers of NumPy are welcome. Finite.

    Raises
    ------
    ModuleNotFoundError
        If IPython is missing, that is, outside notebooks.
    TypeError
        If the value is neither string nor number.
    ValueError
        If the name has other characters, or the value is NaN, infinite or an empty
        string.
    """
    if not isinstance(name, str) or not re.fullmatch("[A-Za-z0-9_-]+", name):
        raise ValueError(f"Expected a name of letters, digits, - and _, got {name!r}.")
    text = _as_text(name, value)
    try:
        from IPython.display import display
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(
            "glue records values in a notebook and needs IPython: pip install ipython"
        ) from error
    display(
        {f"{PREFIX}text/plain": text},
        metadata={"scrapbook": {"name": name, "mime_prefix": PREFIX}},
        raw=True,
    )


def _as_text(name, value):
    """Write the value as the Python literal that MyST-NB reads back."""
    if isinstance(value, str):
        if not value.strip():
            raise ValueError(f"Expected a text for {name!r}, got {value!r}.")
        # With quotes: without them "0.920" would be read as a number and lose its zero.
        return repr(value)
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError(
            f"Expected a string or a number for {name!r}, got {value!r} of type "
            f"{type(value).__name__}."
        )
    if not math.isfinite(value):
        raise ValueError(f"Expected a finite number for {name!r}, got {value}.")
    return str(value)
