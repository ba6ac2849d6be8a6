"""python -m extractor file.txt."""

from extractor.cli import main

if __name__ == "__main__":
    main()
