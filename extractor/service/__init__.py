"""The service: the same records over HTTP, with a page. `python -m extractor.service` runs it; `app.create` makes it."""
