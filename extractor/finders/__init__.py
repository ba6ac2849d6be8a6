"""What code finds in a document by itself, as candidates with the words they rest on: people, places, agreements, topics.

A finder takes a Document and gives every candidate it sees in the lines that were sent, in text order; whether one
belongs to an event is decided elsewhere. Spans are code points of the document's text, end exclusive.
"""
