window.YTD.tweets.part10 = [
 {
  "tweet": {
   "id": "1391420830512059111",
   "id_str": "1391420830512059111",
   "created_at": "Sun May 09 15:52:32 +0000 2021",
   "full_text": "The stove room is warm and the dog is in (21)",
   "favorite_count": "2",
   "retweet_count": "0",
   "retweeted": false,
   "favorited": false,
   "truncated": false,
   "lang": "en",
   "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Inn Desk</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   }
  }
 },
 {
  "tweet": {
   "id": "1392043210699707148",
   "id_str": "1392043210699707148",
   "created_at": "Tue May 11 09:05:39 +0000 2021",
   "full_text": "Soup of the day: parsnip and pear (22)",
   "favorite_count": "2",
   "retweet_count": "0",
   "retweeted": false,
   "favorited": false,
   "truncated": false,
   "lang": "en",
   "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Inn Desk</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   }
  }
 }
]