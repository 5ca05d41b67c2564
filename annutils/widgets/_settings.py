"""Checks of a figure's settings: what its element would not take is refused here.

An element falls back to its default where an attribute is nonsense, since a page may
come with any address. Who writes a chapter is told instead.
"""

from annutils.checks import (
    checked_between,
    checked_choice,
    checked_integer,
    checked_sequence,
)

__all__ = ["joined", "one_of", "whole"]


def one_of(name, value, words):
    """Return a word of a list.

    Parameters
    ----------
    name : str
        What is chosen, for the message.
    value : str
    words : sequence of str
        Two or more.

    Returns
    -------
    str

    Raises
    ------
    ValueError
        If it is no such word; the message lists them.
    """
    return checked_choice(name, value, dict(zip(words, words, strict=True)))


def joined(name, values, words):
    """Return some words of a list as an element takes them, joined by "-".

    Parameters
    ----------
    name : str
        What they are, for the message.
    values : sequence of str
        One or more.
    words : sequence of str
        Those there are.

    Returns
    -------
    str

    Raises
    ------
    TypeError
        If it is no sequence.
    ValueError
        If there are none, or one is no such word.
    """
    values = checked_sequence(name, values)
    if not values:
        raise ValueError(f"Expected one or more of {list(words)} as {name}, got none.")
    return "-".join(one_of(f"each of {name}", value, words) for value in values)


def whole(name, value, low, high):
    """Return a whole number from `low` to `high`.

    Parameters
    ----------
    name : str
        What it is, for the message.
    value, low, high : int

    Returns
    -------
    int

    Raises
    ------
    TypeError
        If it is no integer.
    ValueError
        If it is outside.
    """
    return checked_between(name, checked_integer(name, value), low, high)
