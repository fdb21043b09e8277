"""How own posts are worded: what they repeat, and whether a person speaks in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acctaudit import stats
from acctaudit.errors import NotMeasured
from acctaudit.measure import Metric
from acctaudit.say import marked

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from acctaudit.duplicates import Groups
    from acctaudit.language import Told
    from acctaudit.minhash import Texts
    from acctaudit.model.account import Account

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.int64]

_LEAST_LANGUAGE_SHARE = 0.8
"""Share of own posts whose language we judge before anything is said about words."""
_NO_TEXT = marked("this export holds no text")
_NO_LANGUAGE = marked(
    "not judged for this language: fewer than 80 % of the posts are told to be in English,"
    " German, French, Spanish or Italian"
)


@dataclass(frozen=True)
class Said:
    """The words of the own posts with text, and their clusters."""

    texts: pd.Series
    words: Texts
    groups: Groups

    @property
    def rows(self) -> pd.Index[int]:
        """Row of each text in the frame of posts."""
        return self.texts.index


def said(account: Account) -> Said | None:
    """All words once, for everything that looks at words; None where there is no text."""
    from acctaudit.duplicates import groups, hashed

    try:
        texts = account.column("text")
    except NotMeasured:
        return None
    if "cut" in account.own:
        texts = texts[account.own["cut"].loc[texts.index] != True]  # noqa: E712
    words = hashed(texts.tolist())
    return Said(texts, words, groups(words))


def clustered(words: Said | None, how: str) -> Metric:
    """Share of texts in a cluster of repetitions: `near` or `exact`."""
    if words is None:
        raise NotMeasured(_NO_TEXT)
    clusters = getattr(words.groups, how)
    return stats.share(int((clusters >= 0).sum()), len(clusters))


def largest_cluster(account: Account, words: Said | None) -> tuple[str, ...]:
    """Ids of the newest posts of the cluster with most members, the older one on a tie."""
    if words is None:
        return ()
    near = words.groups.near
    clusters = near if (near >= 0).any() else words.groups.exact
    sizes = Counter(clusters[clusters >= 0].tolist())
    if not sizes:
        return ()
    largest = max(sizes, key=lambda group: (sizes[group], -group))
    ids = account.own.loc[words.rows[clusters == largest], "post_id"].dropna()
    return tuple(str(post_id) for post_id in ids.iloc[::-1][:5])


@dataclass(frozen=True)
class Voice:
    """Whether a person speaks in each own post that is in a language we judge."""

    rows: pd.Index[int]
    person: Flags
    """It holds a pronoun of the first or second person."""
    reader: Flags
    """It holds one of the second person, or a question, or a name, or answers somebody."""
    addressing: Flags
    """It asks, names or answers somebody."""

    def pronoun_share(self) -> Metric:
        """Share of posts with a pronoun of the first or second person."""
        return stats.share(int(self.person.sum()), len(self.rows))

    def addressed_share(self) -> Metric:
        """Share of posts that speak to the reader."""
        return stats.share(int((self.reader | self.addressing).sum()), len(self.rows))

    def headline_share(self) -> Metric:
        """Share of posts in which nobody speaks and nobody is spoken to."""
        return stats.share(int(self.headlines().sum()), len(self.rows))

    def headlines(self) -> Flags:
        """Whether each post reads like a headline."""
        flags: Flags = ~self.person & ~self.addressing
        return flags


def voice(account: Account, words: Said | None, asking: frozenset[int]) -> Voice:
    """Look for a person in each post, with the pronouns of the post's own language.

    NotMeasured if fewer than 80 % of the posts with words are in a language that we judge.
    """
    from acctaudit.language import LANGUAGES, languages, told

    if words is None:
        raise NotMeasured(_NO_TEXT)
    has_lang = "lang" in account.own
    codes = account.own.loc[words.rows, "lang"].tolist() if has_lang else None
    tells = told(words.words)
    tongue = languages(words.words, tells.likely, codes)
    worded = words.words.sizes > 0
    judged = worded & (tongue >= 0) & (tongue < len(LANGUAGES))
    if not judged.any() or judged.sum() < _LEAST_LANGUAGE_SHARE * worded.sum():
        raise NotMeasured(_NO_LANGUAGE)
    polite = _polite(words.texts, tells, tongue)
    rows = words.rows[judged]
    return Voice(
        rows,
        person=(_in(tells.person, tongue) | polite)[judged],
        reader=(_in(tells.reader, tongue) | polite)[judged],
        addressing=_addressing(account, rows, asking),
    )


def _in(bits: NDArray[np.uint32], tongue: Numbers) -> Flags:
    """Whether the bit of each text's own language is set."""
    import numpy as np

    shift = np.maximum(tongue, 0).astype(np.uint32)
    flags: Flags = ((bits >> shift) & 1 > 0) & (tongue >= 0)
    return flags


def _polite(texts: pd.Series, tells: Told, tongue: Numbers) -> Flags:
    """Whether a text holds a polite pronoun that only a capital letter tells (`Sie`)."""
    import numpy as np

    from acctaudit.language import LANGUAGES, capitals

    found = np.zeros(len(texts), bool)
    perhaps = _in(tells.polite, tongue)
    for language in np.unique(tongue[perhaps]).tolist():
        pattern = _inside_sentence(capitals(LANGUAGES[language]))
        mine = np.flatnonzero(perhaps & (tongue == language))
        heard = [pattern.search(text) is not None for text in texts.iloc[mine].tolist()]
        found[mine] = heard
    return found


def _inside_sentence(words: tuple[str, ...]) -> re.Pattern[str]:
    """One of the words after another word of the same sentence."""
    return re.compile(rf"[^\W\d_][,;)]?\s(?:{'|'.join(words)})(?!\w)")


def _addressing(account: Account, rows: pd.Index[int], asking: frozenset[int]) -> Flags:
    replying = account.own["kind"].loc[rows].to_numpy() == "reply"
    named = rows.isin(account.mentions["row"])
    flags: Flags = replying | named | rows.isin(list(asking))
    return flags
