Grailbird.data.tweets_2019_05 = 
[
 {
  "id_str": "1115312457380794445",
  "id": 1115312457380794500,
  "created_at": "2019-04-08 17:56:26 +0000",
  "text": "Rooms left for the lambing weekend (3)",
  "source": "web",
  "user": {
   "id_str": "2500000001",
   "screen_name": "lantern_inn",
   "name": "Lantern Inn"
  },
  "entities": {
   "hashtags": [],
   "symbols": [],
   "user_mentions": [],
   "urls": [],
   "media": []
  },
  "favorite_count": 1,
  "retweet_count": 0,
  "retweeted": false
 },
 {
  "id_str": "1115934837568442482",
  "id": 1115934837568442500,
  "created_at": "2019-04-10 11:09:33 +0000",
  "text": "Our baker starts at four, the bread is out at six (4)",
  "source": "web",
  "user": {
   "id_str": "2500000001",
   "screen_name": "lantern_inn",
   "name": "Lantern Inn"
  },
  "entities": {
   "hashtags": [],
   "symbols": [],
   "user_mentions": [],
   "urls": [],
   "media": []
  },
  "favorite_count": 1,
  "retweet_count": 0,
  "retweeted": false
 }
]
