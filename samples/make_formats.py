"""Write the tale of the Arch Museum in every format: `python samples/make_formats.py DIR`.

`formats/NAME/` holds the files of the export, `formats/NAME.expected.json` what must come
out: counted from the tale and from what the format can hold, never from the program.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from samples import writers  # noqa: E402
from samples.tale import tale  # noqa: E402

if TYPE_CHECKING:
    from samples.tale import Tale

PLURAL = {
    "original": "originals",
    "reply": "replies",
    "self_reply": "self_replies",
    "repost": "reposts",
    "quote": "quotes",
}


def expected(name: str, told: Tale) -> dict[str, Any]:
    """What a reader must make of the export."""
    module = writers.writer(name)
    held = [post for post in told.posts if post.kind in module.KINDS]
    result: dict[str, Any] = {"posts": len(held)}
    if "kind" in module.KEEPS:
        shows = getattr(module, "SHOWS", {})
        kinds = [shows.get(post.kind, post.kind) for post in held]
        result |= {plural: kinds.count(kind) for kind, plural in PLURAL.items()}
    if held:
        result["first_post"] = held[0].at.date().isoformat()
        result["last_post"] = held[-1].at.date().isoformat()
    return result | getattr(module, "TELLS", {})


def main(target: Path) -> None:
    """Write everything."""
    told = tale()
    for name in writers.names():
        folder = target / name
        for path, data in writers.files(name, told).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        text = json.dumps(expected(name, told), indent=1, ensure_ascii=False)
        (target / f"{name}.expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "formats")
