"""What chapters can do without: TensorFlow, and more than a browser."""

from annbook.notebooks import lite
from annbook.results.dependencies import dependencies

from chapters.ours import each, ours

IN_THE_BROWSER = {
    "index",
    "history/neurons",
    "history/perceptron",
    "history/xor",
    "fundamentals/anatomy",
    "fundamentals/classifiers",
    "fundamentals/approximation",
    "training/gradient_descent",
    "training/computational_graph",
    "training/initialization",
    "practice/playground",
}
WITHOUT_TENSORFLOW = IN_THE_BROWSER | {
    "fundamentals/activations",
    "generalization/combining",
    "training/vectorization",
}
WITH_DATA_FILES = {"practice/mnist", "generalization/imdb"}


@each("chapter", ours(WITHOUT_TENSORFLOW))
def test_a_chapter_needs_no_tensorflow(chapter):
    assert not {"keras", "tensorflow"} & dependencies(chapter)[1]


@each("chapter", ours(IN_THE_BROWSER))
def test_a_chapter_runs_in_the_browser(chapter):
    assert lite.fits(chapter)


@each("chapter", ours(WITH_DATA_FILES | WITHOUT_TENSORFLOW - IN_THE_BROWSER))
def test_a_chapter_with_data_files_a_clock_or_long_training_does_not(chapter):
    assert not lite.fits(chapter)
