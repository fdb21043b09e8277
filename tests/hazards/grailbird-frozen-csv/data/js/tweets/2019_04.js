Grailbird.data.tweets_2019_04 = 
[
 {
  "id_str": "1114067697005498371",
  "id": 1114067697005498400,
  "created_at": "2019-04-05 07:30:12 +0000",
  "text": "Soup of the day: parsnip and pear (1)",
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
  "favorite_count": 0,
  "retweet_count": 0,
  "retweeted": false
 },
 {
  "id_str": "1114690077193146408",
  "id": 1114690077193146400,
  "created_at": "2019-04-07 00:43:19 +0000",
  "text": "The lamp above the door is lit again (2)",
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
  "favorite_count": 2,
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
  "favorite_count": 3,
  "retweet_count": 0,
  "retweeted": false
 }
]
