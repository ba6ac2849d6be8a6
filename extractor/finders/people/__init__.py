"""Persons that a text names, with what it says of each (R18 to R24).

`finder` is the whole way; each step a module:

1. `wording`: passages with the words of people.toml marked in them.
2. `names`: runs of words that can be a name; `uncased` and `eastern` in scripts without capitals.
3. `titles` (by `gaps`, `leading`, `nations`, `rosters`): rank, office and state beside each name, a `title` a mention.
4. `coreference` (by `cases`): which mentions are one person. 5. `absence`: who is said not to take part.
"""

from extractor.finders.people.finder import Person, find, untitled

__all__ = ["Person", "find", "untitled"]
