"""All pieces of ``mynet.py``, in the order of the book."""

from annutils.project import fundamentals, generalization, history, training

__all__ = ["pieces"]


def pieces():
    """Return all pieces, in the order of the book.

    Returns
    -------
    tuple of Piece
    """
    return (
        *history.PIECES,
        *fundamentals.PIECES,
        *training.PIECES,
        *generalization.PIECES,
    )
