"""What code finds in a document by itself: candidates with the words they rest on, and the events that they make up.

The way of an article, each step to be read by itself:

1. `found`: every candidate, looked for once: `cues` (words for events), `people`, `places`, `agreements`, `topics`; dates come
   from `extractor.normalise`.
2. `events`: which sentences tell of one: the news, then further ones. `merge` adds what a model answered.
3. `compose`: each as a record, by its `arguments`: who takes part, whose it is, on which day, in which country and town.
4. `details`: what the record of an assembled event says beyond that.

Candidates are of the lines that were sent, in text order. Spans are code points of the document's text, end exclusive.
"""
