"""python -m extractor.schemas [name]: the JSON Schema of a record, on stdout."""

import json
import sys

from extractor.errors import ExtractorError
from extractor.schemas import json_schema


def main() -> int:
    """Print the schema named on the command line, `defence` if none is; 0, or 2 for an unknown name."""
    try:
        schema = json_schema(sys.argv[1] if len(sys.argv) > 1 else "defence")
    except ExtractorError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    sys.stdout.write(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
