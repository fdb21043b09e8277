window.YTD.tweets.part2 = [
 {
  "tweet": {
   "id": "1381462747509690519",
   "id_str": "1381462747509690519",
   "created_at": "Mon Apr 12 04:22:40 +0000 2021",
   "full_text": "Fog on the moor, so take the lower path (5)",
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
   "id": "1382085127697338556",
   "id_str": "1382085127697338556",
   "created_at": "Tue Apr 13 21:35:47 +0000 2021",
   "full_text": "Quiz night on Thursday, teams of five at most (6)",
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