"""annbook speaks the language of the book, and English where it knows no other."""

from types import SimpleNamespace

import pytest
from annbook.site import buttons, colophon, translations
from test_colophon import RECORDS, texts


def settings(language):
    """Return settings of a book before annbook has seen them."""
    return SimpleNamespace(
        language=language,
        nb_code_prompt_show="Show the code",
        nb_code_prompt_hide="Hide the code",
        numfig_format={"figure": "Figure %s", "table": "Table %s"},
    )


def test_folded_cells_and_numbers_speak_the_language_of_the_book():
    config = settings("fr")
    translations.translate_settings(None, config)
    assert config.nb_code_prompt_show == "Afficher le code"
    assert config.numfig_format == {"figure": "Figure %s", "table": "Tableau %s"}


def test_a_language_without_translation_falls_back_to_english():
    config = settings("tlh")
    translations.translate_settings(None, config)
    assert vars(config) == vars(settings("tlh"))


def test_the_colophon_is_translated():
    say = translations.translator(settings("fr"))
    assert texts(colophon.times(RECORDS, str, say))[0] == [
        *("Chapitre", "Processeur", "Secondes")
    ]


@pytest.mark.parametrize("language", translations.TRANSLATIONS)
def test_every_language_has_the_same_words(language):
    known = set(translations.TRANSLATIONS[language])
    assert known == set(translations.TRANSLATIONS["fr"])
    assert buttons.BROWSER in known
