"""Scrapers, saved answers of the web app and the Community Archive: what is odd in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from acctaudit.errors import InputError, ReadError
from acctaudit.model.build import build
from acctaudit.readers import read

if TYPE_CHECKING:
    from pathlib import Path

    from acctaudit.model.tables import Tables

Json = dict[str, Any]
LARGE = 1649191520250245121
"""An id that no float can hold."""


def lines(tmp_path: Path, *rows: object, name: str = "timeline.jsonl") -> Path:
    path = tmp_path / name
    texts = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return path


def one(path: Path, reader: str | None = None) -> Tables:
    (tables,) = read([path], reader)
    return tables


def column(tables: Tables, name: str) -> list[object]:
    return list(tables.posts.columns[name])


# snscrape and twscrape -------------------------------------------------------------------

REF = "snscrape.modules.twitter.TweetRef"
TOMBSTONE = "snscrape.modules.twitter.Tombstone"


def person(**fields: object) -> Json:
    return {
        "id": 5110,
        "username": "arch_museum",
        "displayname": "Arch Museum",
        "followersCount": 7,
    } | fields


def scraped(number: int = LARGE, **fields: object) -> Json:
    return {
        "url": f"https://twitter.com/arch_museum/status/{number}",
        "date": "2023-04-20T22:57:02+00:00",
        "rawContent": "Open today",
        "id": number,
        "user": person(),
        "likeCount": 3,
        "retweetedTweet": None,
        "quotedTweet": None,
        "inReplyToTweetId": None,
        "inReplyToUser": None,
    } | fields


def aged(number: int = LARGE, **fields: object) -> Json:
    """A post of early 2021: `content`, and nothing about replies."""
    row = scraped(number, content="@you Yes") | fields
    gone = ("rawContent", "inReplyToTweetId", "inReplyToUser")
    return {name: value for name, value in row.items() if name not in gone}


def test_an_old_file_does_not_say_what_a_reply_is(tmp_path: Path) -> None:
    path = lines(tmp_path, aged(LARGE), aged(LARGE + 1))
    tables = one(path)
    assert tables.reader == "snscrape"
    assert not [name for name in tables.posts.columns if name.startswith("in_reply")]
    assert not build([tables]).says_replies


def test_where_ages_mix_each_row_says_what_is_known(tmp_path: Path) -> None:
    answer = scraped(LARGE + 1, inReplyToTweetId=LARGE, inReplyToUser=person())
    tables = one(lines(tmp_path, aged(LARGE), answer))
    assert column(tables, "replies_known") == [False, True]
    assert column(tables, "in_reply_to_post_id") == [None, str(LARGE)]


def test_a_search_holds_no_reposts_rather_than_none(tmp_path: Path) -> None:
    tables = one(lines(tmp_path, scraped()))
    assert "is_repost" not in tables.posts.columns
    assert "repost_of_id" not in tables.posts.columns


def test_a_repost_has_the_text_of_the_original_and_no_reactions(tmp_path: Path) -> None:
    original = {"id": LARGE - 9, "rawContent": "The whole of it", "likeCount": 99}
    row = scraped(rawContent="RT @x: The wh…", viewCount=12, retweetedTweet=original)
    tables = one(lines(tmp_path, row, scraped(LARGE + 1)))
    assert column(tables, "is_repost") == [True, False]
    assert column(tables, "repost_of_id") == [str(LARGE - 9), None]
    assert column(tables, "text") == ["The whole of it", "Open today"]
    assert column(tables, "likes") == [None, 3]


@pytest.mark.parametrize(
    ("quoted", "post_id"),
    [
        ({"id": 12, "_type": REF}, "12"),
        ({"id": LARGE, "text": "gone", "textLinks": [], "_type": TOMBSTONE}, str(LARGE)),
        ({"id": None, "text": "gone", "_type": TOMBSTONE}, None),
        ({"_type": TOMBSTONE}, None),
        (None, None),
    ],
)
def test_a_quoted_post_may_be_gone(
    tmp_path: Path, quoted: object, post_id: str | None
) -> None:
    tables = one(lines(tmp_path, scraped(quotedTweet=quoted)))
    assert column(tables, "quote_of_id") == [post_id]
    assert column(tables, "is_quote") == [quoted is not None]
    assert tables.quarantined == []


def test_ids_are_exact_and_the_address_mends_a_rounded_one(tmp_path: Path) -> None:
    rounded = scraped(id=1649191520250245000)
    without = scraped(url=None, id=float(LARGE))
    text_only = scraped(url=None, id=None, id_str="77")
    tables = one(lines(tmp_path, scraped(), rounded, without, text_only))
    assert column(tables, "post_id")[:2] == [str(LARGE), str(LARGE)]
    assert column(tables, "post_id")[3] == "77"
    assert column(tables, "id_exact") == [True, True, False, True]


def test_a_rounded_parent_is_no_parent(tmp_path: Path) -> None:
    row = scraped(inReplyToTweetId=1.6491915202502451e18, inReplyToUser=person(id=9))
    tables = one(lines(tmp_path, row))
    assert column(tables, "in_reply_to_post_id") == [None]
    assert column(tables, "in_reply_to_user_id") == ["9"]


def test_links_media_and_tags_go_by_many_names(tmp_path: Path) -> None:
    new = scraped(
        links=[{"url": "https://a.example", "tcourl": "https://t.co/a", "text": "a"}],
        media={"photos": [{"url": "p"}], "videos": [{}], "animated": []},
        hashtags=["arch"],
        mentionedUsers=[{"id": 4, "username": "you"}, {"username": "me"}],
    )
    old = scraped(
        LARGE + 1,
        outlinks=["https://b.example"],
        tcooutlinks=["https://t.co/b"],
        media=[{"fullUrl": "p"}],
        hashtags=None,
        mentionedUsers=None,
    )
    odd = scraped(LARGE + 2, outlinks=["https://c.example"], tcooutlinks=None, media={})
    tables = one(lines(tmp_path, new, old, odd))
    assert column(tables, "links") == [
        [("https://t.co/a", "https://a.example")],
        [("https://t.co/b", "https://b.example")],
        [("https://c.example", "https://c.example")],
    ]
    assert column(tables, "media") == [2, 1, 0]
    assert column(tables, "hashtags") == [["arch"], [], None]
    assert column(tables, "mentions") == [[("you", "4"), ("me", None)], [], None]


def test_versions_of_a_scraped_post_carry_the_first_id(tmp_path: Path) -> None:
    control = {"edit_tweet_ids": ["5", str(LARGE)], "edits_remaining": "4"}
    tables = one(lines(tmp_path, scraped(editControl=control)))
    assert column(tables, "edit_of") == ["5"]


def test_one_bad_line_is_set_aside_alone(tmp_path: Path) -> None:
    path = lines(tmp_path, scraped(), "{broken", {"id": 3}, scraped(LARGE + 1, id="77"))
    tables = one(path)
    assert [(bad.row, bad.reason) for bad in tables.quarantined] == [
        (2, "not a row of the expected form"),
        (3, "rawContent is missing"),
    ]
    assert len(tables.posts) == 2


def test_a_lone_person_is_the_profile_and_several_are_followers(tmp_path: Path) -> None:
    alone = one(lines(tmp_path, person(description="Bridges"), name="user.json"))
    assert alone.profile["handle"] == "arch_museum"
    assert alone.profile["bio"] == "Bridges"
    assert alone.others == {}
    many = one(lines(tmp_path, person(), name="followers.jsonl"))
    assert [row["user_id"] for row in many.others["followers"]] == ["5110"]
    assert many.profile == {}


def test_a_person_without_a_name_costs_no_post_but_is_no_follower(tmp_path: Path) -> None:
    nameless = {"displayname": "x", "followersCount": 2, "username": None}
    post = scraped(user=nameless, mentionedUsers=[nameless])
    assert len(one(lines(tmp_path, post)).posts) == 1
    tables = one(lines(tmp_path, nameless, person(), name="followers.jsonl"))
    assert len(tables.others["followers"]) == 1
    assert "could not be read: 1" in tables.remarks[0]


def test_twscrape_lists_of_zero_are_unknown(tmp_path: Path) -> None:
    path = lines(tmp_path, person(id_str="5110", listedCount=0), name="a.json")
    assert one(path).profile["listed"] is None
    path = lines(tmp_path, person(listedCount=0), name="b.json")
    assert one(path).profile["listed"] == 0


SITE = {"url": "https://a.example", "tcourl": "https://t.co/a", "text": "a.example"}


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, (None, None)),
        ({"link": SITE}, ("https://t.co/a", "https://a.example")),
        ({"link": None}, ("", None)),
        ({"linkUrl": "https://a.example"}, ("https://a.example", "https://a.example")),
        ({"descriptionLinks": [SITE]}, ("https://t.co/a", "https://a.example")),
        ({"descriptionLinks": [SITE], "rawDescription": "See https://t.co/a"}, ("", None)),
    ],
)
def test_the_website_is_no_link_of_the_description(
    tmp_path: Path, fields: Json, found: tuple[str, str]
) -> None:
    profile = one(lines(tmp_path, person(**fields), name="user.json")).profile
    assert (profile["url"], profile["url_expanded"]) == found


# The web app's answers -------------------------------------------------------------------


def user(number: str = "5110", name: str = "arch_museum", **fields: object) -> Json:
    return {
        "__typename": "User",
        "rest_id": number,
        "core": {"screen_name": name, "name": "Arch Museum"},
    } | fields


def tweet(number: int = LARGE, by: Json | None = None, **fields: object) -> Json:
    by = by or user()
    legacy = {
        "created_at": "Thu Apr 20 22:57:02 +0000 2023",
        "full_text": "Open today",
        "user_id_str": by["rest_id"],
        "favorite_count": 3,
    }
    post = {
        "__typename": "Tweet",
        "rest_id": str(number),
        "core": {"user_results": {"result": by}},
        "legacy": legacy | fields.pop("legacy", {}),  # type: ignore[operator]
    }
    return post | fields


def item(result: object, **more: object) -> Json:
    content = {"itemType": "TimelineTweet", "tweet_results": {"result": result}}
    return {"itemContent": content | more}


def entry(name: str, result: object, **more: object) -> Json:
    return {"entryId": name, "content": item(result, **more)}


def own(number: int = LARGE, **fields: Any) -> Json:
    return entry(f"tweet-{number}", tweet(number, **fields))


def timeline(*entries: Json, name: str = "timeline_v2") -> Json:
    add = {"type": "TimelineAddEntries", "entries": list(entries)}
    told = {name: {"timeline": {"instructions": [add]}}}
    return {"data": {"user": {"result": {"__typename": "User"} | told}}}


def conversation(*entries: Json) -> Json:
    add = {"type": "TimelineAddEntries", "entries": list(entries)}
    return {"data": {"threaded_conversation_with_injections_v2": {"instructions": [add]}}}


def person_entry(found: Json) -> Json:
    content = {"itemType": "TimelineUser", "user_results": {"result": found}}
    number = found.get("rest_id", 0)
    return {"entryId": f"user-{number}", "content": {"itemContent": content}}


OTHER = user("622", "reader")


def test_a_timeline_tells_its_owner_and_others_in_it_do_not(tmp_path: Path) -> None:
    pair = {
        "entryId": "profile-conversation-1",
        "content": {
            "items": [
                {
                    "entryId": "profile-conversation-1-tweet-1",
                    "item": item(tweet(1, OTHER)),
                },
                {"entryId": "profile-conversation-1-tweet-2", "item": item(tweet(2))},
            ]
        },
    }
    tables = one(lines(tmp_path, timeline(own(), pair)))
    assert tables.reader == "graphql"
    assert tables.profile == {"user_id": "5110", "handle": "arch_museum"}
    assert column(tables, "author_handle") == ["arch_museum", "reader", "arch_museum"]
    account = build([tables])
    assert (len(account.posts), account.intake.foreign) == (2, 1)


def test_a_conversation_and_two_timelines_tell_no_owner(tmp_path: Path) -> None:
    assert one(lines(tmp_path, conversation(own()))).profile == {}
    theirs = entry("tweet-7", tweet(7, OTHER))
    assert one(lines(tmp_path, timeline(own()), timeline(theirs))).profile == {}


def test_what_is_gone_is_no_post_and_no_bad_row(tmp_path: Path) -> None:
    hidden = {"__typename": "TweetWithVisibilityResults", "tweet": tweet(2)}
    gone = [
        {"__typename": "TweetTombstone", "tombstone": {}},
        {"__typename": "TweetUnavailable", "reason": "Suspended"},
        {},
        None,
    ]
    entries = [entry(f"tweet-{n}", result) for n, result in enumerate([*gone, hidden])]
    empty = {"entryId": "tweet-9", "content": {"itemContent": {"tweet_results": {}}}}
    tables = one(lines(tmp_path, timeline(*entries, empty)))
    assert column(tables, "post_id") == ["2"]
    assert tables.quarantined == []


def test_adverts_and_suggestions_are_not_counted(tmp_path: Path) -> None:
    strange = [
        entry("promoted-tweet-1", tweet(1, OTHER)),
        entry("tweet-2", tweet(2, OTHER), promotedMetadata={"advertiser_results": {}}),
        entry("tweetdetailrelatedtweets-3-tweet-4", tweet(4, OTHER)),
        {"entryId": "who-to-follow-5", "content": {"items": [person_entry(OTHER)]}},
        {"entryId": "cursor-bottom-6", "content": {"value": "abc"}},
    ]
    within = {
        "entryId": "conversationthread-1",
        "content": {
            "items": [
                {
                    "entryId": "conversationthread-1-promoted-tweet-2",
                    "item": item(tweet(8)),
                },
                {"entryId": "conversationthread-1-tweet-9", "item": item(tweet(9))},
            ]
        },
    }
    tables = one(lines(tmp_path, timeline(own(), *strange, within)))
    assert column(tables, "post_id") == [str(LARGE), "9"]
    assert tables.others == {}


def test_pinned_and_added_posts_are_posts(tmp_path: Path) -> None:
    page = timeline(own(), name="timeline")
    instructions = page["data"]["user"]["result"]["timeline"]["timeline"]["instructions"]
    instructions.insert(0, {"type": "TimelinePinEntry", "entry": own(5)})
    more = [{"entryId": "conversationthread-6-tweet-6", "item": item(tweet(6))}]
    instructions.append({"type": "TimelineAddToModule", "moduleItems": more})
    instructions.append({"type": "TimelineAddEntries", "entries": {}})
    tables = one(lines(tmp_path, page))
    assert column(tables, "post_id") == ["5", str(LARGE), "6"]


def test_a_long_post_has_its_whole_text_as_it_was_written(tmp_path: Path) -> None:
    found = {"urls": [{"url": "https://t.co/a", "expanded_url": "https://a.example"}]}
    whole = {"text": "if a < b && c: say &amp;", "entity_set": found}
    note = {"is_expandable": True, "note_tweet_results": {"result": whole}}
    tables = one(lines(tmp_path, timeline(own(note_tweet=note))))
    assert build([tables]).posts["text"].tolist() == ["if a < b && c: say &amp;"]
    assert column(tables, "links") == [[("https://t.co/a", "https://a.example")]]


def test_a_saved_repost_has_no_reactions_and_may_have_no_original(tmp_path: Path) -> None:
    original = tweet(3, OTHER, legacy={"full_text": "The whole of it"})
    limited = {"__typename": "TweetWithVisibilityResults", "tweet": original}
    rows = [
        own(n, legacy={"retweeted_status_result": found, "full_text": "RT @reader: The…"})
        for n, found in enumerate([{"result": original}, {"result": limited}, {}], 10)
    ]
    tables = one(lines(tmp_path, timeline(*rows)))
    assert column(tables, "is_repost") == [True, True, True]
    assert column(tables, "repost_of_id") == ["3", "3", None]
    assert column(tables, "text") == ["The whole of it"] * 2 + ["RT @reader: The…"]
    assert column(tables, "likes") == [None] * 3


def test_views_quotes_and_versions_of_saved_posts(tmp_path: Path) -> None:
    seen = own(1, views={"count": "2525462", "state": "EnabledWithCount"})
    unseen = own(2, views={"state": "Enabled"})
    quote = own(3, quoted_status_result={"result": tweet(7, OTHER)})
    later = own(4, edit_control={"initial_tweet_id": "3", "edit_control_initial": {}})
    tables = one(lines(tmp_path, timeline(seen, unseen, quote, later)))
    assert column(tables, "impressions") == [2525462, None, None, None]
    assert column(tables, "quote_of_id") == [None, None, "7", None]
    assert column(tables, "edit_of") == [None, None, None, "3"]


LEGACY = {
    "screen_name": "arch_museum",
    "name": "Arch Museum",
    "created_at": "Thu Mar 01 08:30:00 +0000 2012",
    "description": "Bridges",
    "location": "Fernhill",
    "url": "https://t.co/a",
    "entities": {"url": {"urls": [{"expanded_url": "https://a.example"}]}},
    "profile_image_url_https": "https://pbs.example/a.jpg",
    "profile_banner_url": "https://pbs.example/b",
    "followers_count": 7,
    "friends_count": 8,
    "statuses_count": 9,
    "verified": True,
    "protected": False,
    "pinned_tweet_ids_str": ["4"],
}
SPREAD = {
    "core": {name: LEGACY[name] for name in ("screen_name", "name", "created_at")},
    "profile_bio": {"description": "Bridges", "entities": LEGACY["entities"]},
    "location": {"location": "Fernhill"},
    "website": {"url": "https://t.co/a"},
    "avatar": {"image_url": "https://pbs.example/a.jpg"},
    "banner": {"image_url": "https://pbs.example/b"},
    "relationship_counts": {"followers": 7, "following": 8},
    "tweet_counts": {"tweets": 9, "media_tweets": 1},
    "verification": {"verified": True},
    "privacy": {"protected": False},
    "pinned_items": {"tweet_ids_str": ["4"]},
}


def asked(found: Json) -> Json:
    return {"data": {"user": {"result": found}}}


def test_a_profile_of_2023_and_one_of_2026_say_the_same(tmp_path: Path) -> None:
    frame = {"__typename": "User", "rest_id": "5110"}
    old = one(lines(tmp_path, asked(frame | {"legacy": LEGACY}), name="old.json")).profile
    new = one(lines(tmp_path, asked(frame | SPREAD), name="new.json")).profile
    assert old == new
    assert old["url_expanded"] == "https://a.example"
    assert old["listed"] is None
    assert old["pinned_id"] == "4"


def test_a_profile_completes_its_timeline(tmp_path: Path) -> None:
    found = {"__typename": "User", "rest_id": "5110"} | SPREAD
    tables = one(lines(tmp_path, asked(found), timeline(own())))
    assert tables.profile["followers"] == 7
    assert tables.profile["user_id"] == "5110"
    assert len(tables.posts) == 1


def test_a_website_that_is_not_there_is_empty(tmp_path: Path) -> None:
    bare = {"rest_id": "1", "core": {"screen_name": "a"}, "profile_bio": {}, "website": {}}
    assert one(lines(tmp_path, asked(bare))).profile["url"] == ""


def test_followers_are_counted_and_those_of_posts_are_not(tmp_path: Path) -> None:
    people = [person_entry(OTHER), person_entry(user("7", "seven", legacy=LEGACY))]
    gone = {"__typename": "UserUnavailable", "reason": "Suspended"}
    broken = user("8", legacy={"followers_count": "many"})
    page = timeline(*people, person_entry(gone), person_entry(broken), name="timeline")
    tables = one(lines(tmp_path, page, name="followers.json"))
    assert [row["handle"] for row in tables.others["followers"]] == ["reader", "seven"]
    assert [(file.rows, file.holds) for file in tables.files] == [(2, "people")]
    assert "rows of people that could not be read: 1" in tables.remarks[0]
    add = {"type": "TimelineAddEntries", "entries": people}
    liked = {"data": {"favoriters_timeline": {"timeline": {"instructions": [add]}}}}
    assert one(lines(tmp_path, liked)).others == {}


def test_one_bad_post_of_an_answer_is_set_aside_alone(tmp_path: Path) -> None:
    bad = [
        entry("tweet-1", {"__typename": "Tweet", "legacy": {}}),
        entry("tweet-2", "text"),
        {"entryId": "tweet-3", "content": 7},
        own(4, legacy={"favorite_count": "many"}),
    ]
    tables = one(lines(tmp_path, timeline(own(), *bad, own(9))))
    assert [post.row for post in tables.quarantined] == [2, 3, 4, 5]
    assert column(tables, "post_id") == [str(LARGE), "9"]


def test_a_broken_character_costs_one_character(tmp_path: Path) -> None:
    page = json.dumps(timeline(own(), own(2))).replace("Open today", "Open \\ud83d", 1)
    tables = one(lines(tmp_path, page))
    assert column(tables, "text") == ["Open \ufffd", "Open today"]
    assert len(tables.remarks) == 1


def test_answers_come_one_a_line_or_in_a_list_or_without_a_frame(tmp_path: Path) -> None:
    pages = [timeline(own()), timeline(own(2))]
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps(pages, indent=2), "utf-8")
    assert one(listed).posts.columns == one(lines(tmp_path, *pages)).posts.columns
    bare = one(lines(tmp_path, tweet(), tweet(2), name="bare.jsonl"))
    assert column(bare, "post_id") == [str(LARGE), "2"]
    alone = one(lines(tmp_path, {"data": {"tweetResult": {"result": tweet()}}}))
    assert column(alone, "post_id") == [str(LARGE)]


def test_an_answer_of_nothing_is_no_error(tmp_path: Path) -> None:
    tables = one(lines(tmp_path, timeline(), {"data": {}}, {"errors": [{"code": 88}]}))
    assert (len(tables.posts), tables.quarantined) == (0, [])
    tables = one(lines(tmp_path, timeline(own()), {"data": [1]}, {"a": 1}))
    assert [bad.reason for bad in tables.quarantined] == [
        "not an answer of the web app"
    ] * 2


# Community Archive -----------------------------------------------------------------------

CANARY = "canary@example.org"


def archived(tmp_path: Path, **keys: object) -> Path:
    account = {
        "email": CANARY,
        "phoneNumber": CANARY,
        "createdVia": "web",
        "username": "arch_museum",
        "accountId": "5110",
        "createdAt": "2012-03-01T08:30:00.000Z",
        "accountDisplayName": "Arch Museum",
    }
    document = {
        "profile": [{"profile": {"description": {"bio": "Bridges", "website": ""}}}],
        "account": [{"account": account}],
        "tweets": [{"tweet": archived_post(LARGE)}],
        "like": [{"like": {"tweetId": "1", "fullText": CANARY}}],
    }
    named = {name.replace("_", "-"): value for name, value in keys.items()}
    path = tmp_path / "archive.json"
    path.write_text(json.dumps(document | named), "utf-8")
    return path


def archived_post(number: int, text: str = "Open today") -> Json:
    return {
        "id_str": str(number),
        "created_at": "Thu Apr 20 22:57:02 +0000 2023",
        "full_text": text,
    }


def test_a_community_archive_keeps_private_things_shut(tmp_path: Path) -> None:
    tables = one(archived(tmp_path))
    assert tables.reader == "community-archive"
    assert CANARY not in repr(tables)
    assert tables.profile["handle"] == "arch_museum"
    assert tables.profile["bio"] == "Bridges"
    assert "followers" not in tables.profile
    assert [(file.rows, file.holds) for file in tables.files] == [(3, "posts")]


def test_posts_in_communities_and_long_ones_are_read(tmp_path: Path) -> None:
    note = {"noteTweetId": str(LARGE - (20 << 22)), "core": {"text": "Open today & more"}}
    tables = one(
        archived(
            tmp_path,
            note_tweet=[{"noteTweet": note}],
            community_tweet=[{"tweet": archived_post(5)}, {"tweet": {}}],
            follower=[{"follower": {"accountId": "1"}}],
            following=[],
        )
    )
    assert column(tables, "text") == ["Open today & more", "Open today"]
    assert [(bad.file, bad.row) for bad in tables.quarantined] == [
        ("archive.json (community-tweet)", 2)
    ]
    assert tables.others == {"followers": [{"user_id": "1"}], "following": []}
    assert tables.profile["following"] == 0


def test_a_broken_part_of_a_community_archive_costs_that_part(tmp_path: Path) -> None:
    tables = one(archived(tmp_path, account={}, follower="text", note_tweet=None))
    assert len(tables.posts) == 1
    assert any("left aside: archive.json (follower)" in line for line in tables.remarks)
    assert any("inferred" in line for line in tables.remarks)


def test_days_that_the_uploader_chose_are_said(tmp_path: Path) -> None:
    days = {"startDate": "2023-01-01T00:00:00.000Z", "endDate": "2024-01-01T00:00:00.000Z"}
    tables = one(archived(tmp_path, upload_options=days))
    assert "1\u00a0Jan\u00a02023 to 1\u00a0Jan\u00a02024" in tables.notes[0]
    for odd in ({"startDate": None}, "text", {"startDate": "soon", "endDate": "later"}):
        assert one(archived(tmp_path, upload_options=odd)).notes == []


def test_a_community_archive_without_posts_is_no_account(tmp_path: Path) -> None:
    path = tmp_path / "archive.json"
    path.write_text('{"profile": [], "account": [{"account": {"username": "a"}}]}', "utf-8")
    with pytest.raises(InputError, match="no posts and no post count"):
        build([one(path)])


# All of them -----------------------------------------------------------------------------


@pytest.mark.parametrize("reader", ["snscrape", "graphql", "community-archive"])
@pytest.mark.parametrize(
    "text",
    ['{"a": 1}', "[1, 2]", "[", "text", '{"data": [{"id": "1"}]}', "a,b\n1,2\n", '"x"'],
)
def test_what_is_foreign_is_a_read_error(tmp_path: Path, reader: str, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(ReadError, match=r"a\.json"):
        read([path], reader)
