"""Write the files of this folder anew: `python tests/hazards/make.py [DIR]`.

Each file, or folder, holds one kind of damage that real exports have, and is named for it.
Everything in them is invented: accounts, texts, numbers, and ids, which are built from the
invented times. `tests/test_hazards.py` says what becomes of each.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from hazards.made import analytics, api, archives, ids, tables, texts, times  # noqa: E402

MAKERS = (ids, times, texts, tables, archives, api, analytics)


def made() -> dict[str, bytes]:
    """All files, by path; an AssertionError if two hazards have one name."""
    found: dict[str, bytes] = {}
    for maker in MAKERS:
        files = maker.files()
        if found.keys() & files.keys():
            raise AssertionError(f"made twice: {found.keys() & files.keys()}")
        found |= files
    return found


def main(target: Path) -> None:
    """Write everything."""
    for name, data in made().items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
