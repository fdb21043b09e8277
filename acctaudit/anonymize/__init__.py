"""Anonymize: an account in which nobody is to be found and nearly all figures stay.

Names, words, ids and addresses are replaced, each the same way wherever it stands, and all
dates are moved by one number of weeks. What stands for what depends on a key alone, so that
files of one key fit together.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from acctaudit.anonymize.columns import ROLES, WORDED, Roles
from acctaudit.anonymize.dates import MOST_WEEKS, Shift
from acctaudit.anonymize.ids import post_ids, user_ids
from acctaudit.anonymize.shuffle import Shuffle
from acctaudit.anonymize.words import Words
from acctaudit.model.intake import Intake
from acctaudit.model.sides import hashtags, links, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from acctaudit.model.account import Account
    from acctaudit.model.profile import Profile

NOTE = (
    "ANONYMIZED by acctaudit: names, words, ids and addresses are made up, and all dates"
    " are moved by the same whole number of weeks."
)
_TELL_NOBODY = (
    "ids that a spreadsheet or script has damaged",
    "times that name no time zone",
    "posts whose written time is not that of their id",
    "posts whose letters were garbled",
    "posts that begin with @name",
    "the account is said to be younger",
    "the profile counts",
    "account.js is not there",
    "counts are rounded",
    "a list of people does not say",
    "manifest.js says that this is only a part",
)
"""How the sentences begin that acctaudit itself writes and that quote nothing."""


def anonymized(account: Account, key: bytes) -> Account:
    """The account with everything replaced that could tell whose it is."""
    shuffle = Shuffle(key)
    shift = Shift(1 + shuffle.bits("weeks") % MOST_WEEKS)
    posts, people = post_ids(shuffle, shift.ms), user_ids(shuffle, shift.ms)
    words = Words(shuffle, posts, people, _texts(account))
    roles = Roles(words, shift)
    profile = _profile(account.profile, roles, shift)
    frame = roles.frame(account.posts)
    frame["created_at"] = (frame["created_at"] + shift.delta).dt.as_unit("ms")
    lists = _lists(account, frame, profile, roles)
    return replace(
        account,
        profile=profile,
        posts=frame,
        links=lists["links"],
        hashtags=lists["hashtags"],
        mentions=lists["mentions"],
        others={name: roles.frame(table) for name, table in account.others.items()},
        as_of=account.as_of and account.as_of + shift.delta,
        own_domains=tuple(sorted(map(words.address, account.own_domains))),
        intake=_intake(account),
    )


def _texts(account: Account) -> Iterator[str]:
    """Every text of the account of which words are replaced."""
    yield from (text for text in vars(account.profile).values() if isinstance(text, str))
    yield from account.own_domains
    side = (account.links, account.hashtags, account.mentions, *account.others.values())
    for table in (account.posts, *side):
        for name in table.columns.intersection(WORDED):
            yield from (cell for cell in table[name].unique() if isinstance(cell, str))


def _profile(profile: Profile, roles: Roles, shift: Shift) -> Profile:
    cells = {item.name: getattr(profile, item.name) for item in fields(profile)}
    changed = {
        name: roles.value(name, cell) for name, cell in cells.items() if name in ROLES
    }
    born, days = profile.created_at, profile.suspensions
    return replace(
        profile,
        **changed,
        created_at=born and born + shift.delta,
        suspensions=days and tuple(map(shift.suspension, days)),
    )


def _lists(
    account: Account, frame: pd.DataFrame, profile: Profile, roles: Roles
) -> dict[str, pd.DataFrame]:
    """Links, hashtags and mentions: as listed, or as they follow from the new text."""
    from_text = {"links": links(frame), "hashtags": hashtags(frame)}
    from_text["mentions"] = mentions(frame, profile)
    return {
        name: roles.frame(getattr(account, name)) if name in account.measured else follows
        for name, follows in from_text.items()
    }


def _intake(account: Account) -> Intake:
    """The books of the posts that are left; of the sentences those that quote nothing."""
    kept, said = len(account.posts), (*account.intake.notes, *account.intake.remarks)
    safe = [sentence for sentence in said if sentence.startswith((NOTE, *_TELL_NOBODY))]
    notes = tuple(dict.fromkeys([NOTE, *safe]))
    return Intake(account.intake.reader, (), kept, kept, 0, 0, 0, (), (), notes)
