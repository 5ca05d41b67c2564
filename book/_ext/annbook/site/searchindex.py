"""The index of the search, the same whichever pages a build has written.

Sphinx reads the index of the build before, less its index entries, and takes a page
that it writes again out of the list of each word, though not the words that are left
with no page. Both are mended before it writes the index.
"""

from sphinx.util.index_entries import split_index_msg


def setup(app):
    """Connect to the last event before the index is written."""
    app.connect("html-collect-pages", complete)


def complete(app):
    """Give the index the entries of all pages, and drop words that no page holds."""
    indexer = app.builder.indexer
    if indexer:
        indexer.prune(app.env.all_docs)
        for words in indexer._mapping, indexer._title_mapping:
            for word in [word for word, pages in words.items() if not pages]:
                del words[word]
        entries_of = app.env.get_domain("index").entries
        for page in sorted(indexer._titles.keys() & entries_of.keys()):
            listed = entries_of[page]
            indexer._index_entries[page] = sorted(set().union(*map(entries, listed)))
    return []


def entries(listed):
    """Return the entries that Sphinx makes of one in the text: (words, id, main)."""
    kind, value, target, main, _ = listed
    words = split_index_msg(kind, value)
    return {(word, target or "", main) for word in words}
