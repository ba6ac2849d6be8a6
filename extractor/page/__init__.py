"""The page that shows an article and its records side by side: live before the service, or as one file."""

from extractor.page.shell import ASSETS, live, pieces, static
from extractor.page.view import view

__all__ = ["ASSETS", "live", "pieces", "static", "view"]
