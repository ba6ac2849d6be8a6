"""python -m evals COMMAND."""

from evals.cli import main

if __name__ == "__main__":
    main()
