window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "1378973226759098371",
   "id_str": "1378973226759098371",
   "created_at": "Mon Apr 05 07:30:12 +0000 2021",
   "full_text": "Soup &amp; bread &lt;3",
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
   "full_text": "How to write &amp;lt; in HTML",
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
   "full_text": "&quot;Quiet&quot; hours, it&#39;s late",
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