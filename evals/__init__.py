"""How good is it: gold, metric, statistics, scoreboard. python -m evals --help."""
