"""A piece of ``mynet.py``: what it should return, and on which cases it is tried."""

from collections.abc import Callable
from dataclasses import dataclass, field

__all__ = ["Piece"]


@dataclass(frozen=True)
class Piece:
    """One function of ``mynet.py``.

    Attributes
    ----------
    signature : str
        As the reader writes it, such as ``"fires(x, w, threshold)"``.
    chapter : str
        The title of the chapter whose last exercise asks for it.
    solve : callable
        A function with these arguments that returns what is right.
    cases : tuple of dict
        Arguments by name. The reader's function gets copies.
    slips : dict of str to callable
        Usual mistakes: functions that return what comes of them, by the words that
        help.
    """

    signature: str
    chapter: str
    solve: Callable
    cases: tuple
    slips: dict = field(default_factory=dict)

    @property
    def name(self):
        """Of the function (str)."""
        return self.signature.partition("(")[0]
