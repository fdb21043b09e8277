window.YTD.tweet.part0 = [
 {
  "tweet": {
   "id": "1378973226759098371",
   "id_str": "1378973226759098371",
   "created_at": "Mon Apr 05 07:30:12 +0000 2021",
   "full_text": "Soup of the day: parsnip and pear (1)",
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
   "id": "1379595606946746408",
   "id_str": "1379595606946746408",
   "created_at": "Wed Apr 07 00:43:19 +0000 2021",
   "full_text": "The lamp above the door is lit again (2)",
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
 }
]