"""What is told of an event beyond CORE (SCHEMA 2.2 to 2.5, tier X): a file a kind of detail, words in words.toml.

Each reads a `Scope`: an event of the record and the sentences that tell of it. Everything verbatim is a span of raw code points
of the document's text, end exclusive.
"""
