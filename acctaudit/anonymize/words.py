"""Words for words: as long and written as large, the same for the same word everywhere.

What makes a text hang together stays: spaces, marks, emoji, `@`, `#`, `RT`, where an
address begins and ends, which are the platform's own, and which lead to a home page.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from acctaudit.anonymize.letters import alphabet, cased_like, folded
from acctaudit.text import BARE_URL, URL, client, is_root, is_shortener, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from acctaudit.anonymize.ids import Ids
    from acctaudit.anonymize.shuffle import Shuffle

_RUN = re.compile(r"[^\W\d_]{1,32}|\d{1,32}")
"""Letters or digits that stand together; of a very long run, pieces."""
_KEPT = {"http", "https", "www", "rt"}
"""Words that make what stands behind them an address, or somebody else's post."""
_NEVER = {*_KEPT, "index"}
"""Words that nothing may become: it would make an address, or a home page."""
_LONG = 4
"""Letters from which a word of the original never stands in the copy."""
_TURNS = 100
_LONGEST_ID = 20
_ADDRESS = re.compile(
    rf"({URL.pattern}|{BARE_URL.pattern}|pic\.twitter\.com/)", re.IGNORECASE
)
_TRAILING = ".,;:!?)'’”"
"""What does not belong to an address that it ends."""
_PARTS = re.compile(r"(?is)((?:https?:)?//)?([^/?#]*?)(:\d+)?([/?#].*)?")
_PLATFORM = re.compile(r"(?:[\w-]+\.)?(?:twitter|x|twimg)\.com|t\.co", re.IGNORECASE)
_OF_PLATFORM = re.compile(
    r"((?:/i/web)?/status(?:es)?/(?=\d)|/intent/(?:user|follow)\?user_id=(?=\d))(\d{1,20})"
    r"|/(?:hashtag|photo|video)(?=/)",
    re.IGNORECASE,
)
"""Parts of the platform's own addresses that say what they lead to; one takes an id."""


class Words:
    """What stands for each word of one account."""

    def __init__(
        self, shuffle: Shuffle, posts: Ids, people: Ids, texts: Iterable[str]
    ) -> None:
        """Of all `texts` that will be asked for no word of four letters comes up again."""
        self._shuffle, self._posts, self._people = shuffle, posts, people
        runs = {run for text in texts for run in _RUN.findall(text)}
        self._images = self._settled(set(map(folded, runs)))
        self._words: dict[str, str] = {}

    def plain(self, value: str) -> str:
        """Every word and number replaced, whatever it is part of."""
        return _RUN.sub(lambda found: self._word(found.group()), value)

    def text(self, value: str) -> str:
        """Text in which addresses keep their form."""
        parts = _ADDRESS.split(value)
        return "".join(
            self._linked(part) if place % 2 else self.plain(part)
            for place, part in enumerate(parts)
        )

    def address(self, value: str) -> str:
        """An address: host and path replaced; of the platform's own, what tells nobody.

        A host that shortens links stays: it tells only that the target is not known.
        """
        parts = _PARTS.fullmatch(value).groups("")  # type: ignore[union-attr]  # it fits all
        scheme, host, port, path = parts
        if _PLATFORM.fullmatch(host):
            return scheme + host + port + self._of_platform(path)
        if is_shortener(host):
            return scheme + host + port + self.plain(path)
        home, mark, rest = path.partition("#") if is_root(value) else ("", "", path)
        return scheme + self.plain(host) + port + home + mark + self.plain(rest)

    def post_id(self, value: str) -> str:
        """Another id for that of a post; a stand-in such as `#12` stays."""
        if value.startswith("#"):
            return value
        return self._posts(value) if _is_id(value) else self.plain(value)

    def user_id(self, value: str) -> str:
        """Another id for that of a person."""
        return self._people(value) if _is_id(value) else self.plain(value)

    def client(self, value: str) -> str:
        """The name of a client: as far as it is that of a public one, it stays."""
        name = client(value)
        known = max(filter(name.casefold().startswith, _clients()), key=len, default="")
        if known:
            return name[: len(known)] + self.plain(name[len(known) :])
        other = self.plain(name)
        is_public = other.casefold().startswith(_clients())
        return f"Q{other[1:]}" if is_public else other

    def _linked(self, found: str) -> str:
        address = found.rstrip(_TRAILING)
        return self.address(address) + found[len(address) :]

    def _of_platform(self, path: str) -> str:
        """The path of one of the platform's addresses, its ids as they are elsewhere."""
        done, at = [], 0
        for found in _OF_PLATFORM.finditer(path):
            before, digits = found.groups()
            ids = self._people if before and "user_id" in before.casefold() else self._posts
            told = before + ids(digits) if before else found.group()
            done += [self.plain(path[at : found.start()]), told]
            at = found.end()
        return "".join(done) + self.plain(path[at:])

    def _word(self, word: str) -> str:
        if word not in self._words:
            base = folded(word)
            image = self._images.get(base) or self._image(base, 0)
            self._words[word] = cased_like(word, image)
        return self._words[word]

    def _settled(self, runs: set[str]) -> dict[str, str]:
        """What stands for each run; no two alike, none a longer word of the original."""
        images = {run: self._image(run, 0) for run in runs}
        barred = _NEVER | {run for run in runs if len(run) >= _LONG and run.isalpha()}
        taken = set(images.values())
        for run in sorted(run for run in runs - _KEPT if images[run] in barred):
            others = (self._image(run, turn) for turn in range(1, _TURNS))
            free = (other for other in others if other not in barred | taken)
            images[run] = next(free, images[run])
            taken.add(images[run])
        return images

    def _image(self, base: str, turn: int) -> str:
        """What the shuffle puts in place of a run in lower case."""
        if base in _KEPT:
            return base
        alphabets = [alphabet(letter) for letter in base]
        number, size = 0, 1
        for letter, found in zip(base, alphabets, strict=True):
            number = number * len(found.letters) + found.places[letter]
            size *= len(found.letters)
        number = self._shuffle.number(number, size, f"word {turn}")
        image = []
        for found in reversed(alphabets):
            number, place = divmod(number, len(found.letters))
            image.append(found.letters[place])
        return "".join(reversed(image))


def _is_id(value: str) -> bool:
    return value.isascii() and value.isdecimal() and len(value) <= _LONGEST_ID


@cache
def _clients() -> tuple[str, ...]:
    """Names of public clients, in lower case."""
    return tuple(row["client"] for row in lexicon("clients"))
