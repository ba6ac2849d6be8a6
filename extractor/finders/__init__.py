"""What code finds in a document by itself: candidates with the words they rest on, and the events that they make up.

The way of an article, each step a module to read:

1. `found`: every candidate, looked for once: `cues` (words for events), `people` (by `names`, `titles`, `nations`), `places`
   (by `gazetteer`, `villages`, `capitals`), `agreements`, `topics`; dates come from `extractor.normalise`.
2. `told`: what each line tells with them.
3. `lead`: whether there is news, and which sentence tells it; `news`: its kind, its status and whose it is.
4. `further` (by `signs`): which sentences tell of another event. `scenes` has both together, `merge` the model's answer too.
5. `compose`: each scene as an event: who takes part (`attendance`, `absence`, `coreference`), whose it is (`parties`, `sides`), on which
   day (`dating`, over `days`), in which country (`locating`) and town (`towns`).
6. `details`: what the record of an assembled event says beyond that.

Candidates are of the lines that were sent, in text order. Spans are code points of the document's text, end exclusive.
"""
