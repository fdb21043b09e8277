window.YTD.tweets.part1 = [
 {
  "tweet": {
   "id": "1380217987134394445",
   "id_str": "1380217987134394445",
   "created_at": "Thu Apr 08 17:56:26 +0000 2021",
   "full_text": "Rooms left for the lambing weekend (3)",
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
   "id": "1380840367322042482",
   "id_str": "1380840367322042482",
   "created_at": "Sat Apr 10 11:09:33 +0000 2021",
   "full_text": "Our baker starts at four, the bread is out at six (4)",
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