"""Writes the made-up archives of this folder: `python samples/make_archives.py`.

The expected figures beside each archive were written by hand from its story, never from
the program's output. Another folder to write into may be given.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from samples import story_archive, story_grailbird  # noqa: E402
from samples.parts import write_zip  # noqa: E402

FOLDERS = {
    "archive-grailbird": story_grailbird.archive_grailbird,
    "archive-grailbird-updated": story_grailbird.archive_grailbird_updated,
    "archive-tweet-js": story_archive.archive_tweet_js,
}
ZIPS = {
    "archive-2020.zip": story_archive.archive_2020,
    "archive-2024.zip": story_archive.archive_2024,
}


def main(target: Path) -> None:
    """Write every archive anew."""
    for name, make in FOLDERS.items():
        shutil.rmtree(target / name, ignore_errors=True)
        make(target / name)
    for name, members in ZIPS.items():
        write_zip(target / name, members())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
