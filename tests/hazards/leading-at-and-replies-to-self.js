window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "1378973226759098371",
   "id_str": "1378973226759098371",
   "created_at": "Mon Apr 05 07:30:12 +0000 2021",
   "full_text": "@moor_walker Yes, until ten",
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
    "user_mentions": [
     {
      "screen_name": "moor_walker",
      "name": "moor_walker",
      "id_str": "2500000002"
     }
    ],
    "urls": []
   },
   "in_reply_to_status_id_str": "1410092236141500221",
   "in_reply_to_user_id_str": "2500000002",
   "in_reply_to_screen_name": "moor_walker"
  }
 },
 {
  "tweet": {
   "id": "1379595606946746408",
   "id_str": "1379595606946746408",
   "created_at": "Wed Apr 07 00:43:19 +0000 2021",
   "full_text": "@moor_walker By hand",
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
    "user_mentions": [
     {
      "screen_name": "moor_walker",
      "name": "moor_walker",
      "id_str": "2500000002"
     }
    ],
    "urls": []
   },
   "in_reply_to_user_id_str": "2500000002",
   "in_reply_to_screen_name": "moor_walker"
  }
 },
 {
  "tweet": {
   "id": "1380217987134394445",
   "id_str": "1380217987134394445",
   "created_at": "Thu Apr 08 17:56:26 +0000 2021",
   "full_text": "@moor_walker was here, said the dog",
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
    "user_mentions": [
     {
      "screen_name": "moor_walker",
      "name": "moor_walker",
      "id_str": "2500000002"
     }
    ],
    "urls": []
   }
  }
 },
 {
  "tweet": {
   "id": "1380840367322042482",
   "id_str": "1380840367322042482",
   "created_at": "Sat Apr 10 11:09:33 +0000 2021",
   "full_text": "More on that",
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
   },
   "in_reply_to_status_id_str": "1380217987134394445",
   "in_reply_to_user_id_str": "2500000001",
   "in_reply_to_screen_name": "lantern_inn"
  }
 },
 {
  "tweet": {
   "id": "1381462747509690519",
   "id_str": "1381462747509690519",
   "created_at": "Mon Apr 12 04:22:40 +0000 2021",
   "full_text": "And more",
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
   },
   "in_reply_to_status_id_str": "1380840367322042482",
   "in_reply_to_user_id_str": "2500000001",
   "in_reply_to_screen_name": "lantern_inn"
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