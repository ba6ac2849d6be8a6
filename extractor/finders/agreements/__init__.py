"""Papers that the parties sign, plan to sign or refer to: named, classified, each counted once.

`finder` goes through the `sentences` that can tell of one: `titles` finds its name, `periods` the years it is for, `status` (by
`days`) whether it was signed. The words are in agreements.toml, read by `words`.
"""

from extractor.finders.agreements.finder import Agreement, find

__all__ = ["Agreement", "find"]
