"""The figures that a history watches: what came of the posts, never how many there were."""

from __future__ import annotations

UP_IS_WORSE: dict[str, bool | None] = {
    "conversation.reply_share": False,
    "conversation.questions_answered_share": False,
    "responsiveness.response_rate": False,
    "responsiveness.median_response_minutes": True,
    "engagement.engagements_per_post": False,
    "engagement.er_followers_per_post": False,
    "engagement.er_impressions": False,
    "engagement.zero_reaction_share": True,
    "content.near_duplicate_share": True,
    "content.homepage_link_share": True,
    "content.link_share": None,
    "results.outcomes_per_100_posts": False,
}
"""By analyzer.metric: whether more of it is worse, as the patterns that judge it say (AA301
to AA304, AA402, AA405, AA701, AA706); None = neither way is better."""
