window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "1378973226759098371",
   "id_str": "1378973226759098371",
   "created_at": "Mon Apr 05 07:30:12 +0000 2021",
   "full_text": "RT @weir_choir: We sing at nine",
   "favorite_count": "0",
   "retweet_count": "0",
   "retweeted": false,
   "favorited": false,
   "truncated": false,
   "lang": "en",
   "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Inn Desk</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "screen_name": "weir_choir",
      "name": "weir_choir",
      "id_str": "2500000003"
     }
    ],
    "urls": []
   }
  }
 },
 {
  "tweet": {
   "id": "1379595606946746408",
   "id_str": "1379595606946746408",
   "created_at": "Wed Apr 07 00:43:19 +0000 2021",
   "full_text": "RT @weir_choir: I typed this",
   "favorite_count": "4",
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
   "full_text": "So true RT @weir_choir: and this",
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