"""The chapters that this book has kept to its own style from the start.

A book made from it may drop them, rename them, and write others in a style of its own:
the tests in this folder hold for those of these names that the book has.
"""

import pytest
from annbook.chapters import all_chapters

NAMES = {
    "index",
    "history/neurons",
    "history/perceptron",
    "history/xor",
    "fundamentals/anatomy",
    "fundamentals/activations",
    "fundamentals/classifiers",
    "fundamentals/approximation",
    "training/gradient_descent",
    "training/optimizers",
    "training/vectorization",
    "training/computational_graph",
    "training/backpropagation",
    "training/initialization",
    "practice/mnist",
    "practice/playground",
    "generalization/overfitting",
    "generalization/hyperparameters",
    "generalization/regularization",
    "generalization/combining",
    "generalization/imdb",
}


def ours(names=NAMES):
    """Return those of the chapters that the book has, in its order."""
    return [chapter for chapter in all_chapters() if chapter.name in names]


def each(parameter, chapters):
    """Run a test once for each of the chapters."""
    names = [chapter.name for chapter in chapters]
    return pytest.mark.parametrize(parameter, chapters, ids=names)
