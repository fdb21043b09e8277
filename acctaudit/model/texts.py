"""What is odd about the texts of an account, said once for the whole of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from acctaudit.model.fates import says_replies
from acctaudit.say import say
from acctaudit.words import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from acctaudit.model.tables import Tables

_MOJIBAKE = re.compile("[âÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¼¤¶]")
_BY_HAND = re.compile(r"""["“'](?:RT )?@\w{1,20}:|RT @\w{1,20}\b""")
_CUT = re.compile(r"(?:…|\.\.\.)(?: ?https://t\.co/\w+)?$")
_CUT_FROM = 125
"""Characters from which a text that ends in dots was cut by a platform of 140."""
_LEADING = re.compile(r"\.?@\w{1,20}\b")


def text_remarks(posts: pd.DataFrame, tables: Sequence[Tables]) -> list[str]:
    """Sentences on text in a wrong encoding, and on replies that are not marked."""
    if "text" not in posts:
        return []
    texts = [text for text in posts["text"] if isinstance(text, str)]
    found = []
    broken = sum("â" in text or "Ã" in text for text in texts if not text.isascii())
    if broken:
        broken = sum(bool(_MOJIBAKE.search(text)) for text in texts if not text.isascii())
    if broken:
        found.append(
            say(
                "posts whose letters were garbled before they came here (â€™ for ’), kept"
                " as they are: {posts}",
                posts=number(broken),
            )
        )
    found += _counted(posts)
    if any(map(says_replies, tables)):
        return found
    plain = posts.loc[posts["kind"] == "original", "text"]
    leading = sum(isinstance(text, str) and bool(_LEADING.match(text)) for text in plain)
    if leading:
        found.append(
            say(
                "posts that begin with @name and are not marked as replies, though some of"
                " them may be: {posts}",
                posts=number(leading),
            )
        )
    return found


def _counted(posts: pd.DataFrame) -> list[str]:
    """Sentences on reposts that were typed by hand, and on texts that were cut."""
    own = posts[posts["kind"] != "repost"]
    whole = own if "cut" not in own else own[own["cut"] != True]  # noqa: E712
    texts = [text for text in whole["text"] if isinstance(text, str)]
    found = []
    typed = sum(bool(_BY_HAND.match(text)) for text in texts if text[:1] in "\"“'R")
    if typed:
        found.append(
            say(
                "posts that pass on somebody's words by hand (“@name: …”), counted as the"
                " account's own: {posts}",
                posts=number(typed),
            )
        )
    long = [text for text in texts if len(text) >= _CUT_FROM]
    cut = sum(bool(_CUT.search(text[-40:])) for text in long)
    if cut:
        found.append(
            say(
                "texts that end in dots, as exports cut them; what stood behind, links"
                " above all, is not counted: {posts}",
                posts=number(cut),
            )
        )
    return found
