"""Makes the tables that are fitted on labelled articles: a file a table of the extractor, commands.py prints them."""
