"""Written value → code: countries, dates, names, ranks, words of signing. One file each; pure functions on text."""
