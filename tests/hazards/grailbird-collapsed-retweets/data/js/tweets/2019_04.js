Grailbird.data.tweets_2019_04 = 
[
 {
  "id_str": "1118424358319034630",
  "id": 1118424358319034600,
  "created_at": "2019-04-17 08:02:01 +0000",
  "text": "Soup of the day: parsnip and pear (8)",
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
  "id_str": "1116557217756090519",
  "id": 985530407187386600,
  "created_at": "2018-04-15 14:48:54 +0000",
  "text": "The stove room is warm and the dog is in (7)",
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
  "favorite_count": 70,
  "retweet_count": 0,
  "retweeted": true
 },
 {
  "id_str": "1115949937062842482",
  "id": 984908026999738500,
  "created_at": "2018-04-13 21:35:47 +0000",
  "text": "We sing at nine",
  "source": "web",
  "user": {
   "id_str": "2500000003",
   "screen_name": "weir_choir"
  },
  "entities": {
   "hashtags": [],
   "symbols": [],
   "user_mentions": [],
   "urls": [],
   "media": []
  },
  "favorite_count": 900,
  "retweet_count": 80,
  "retweeted": true,
  "in_reply_to_status_id_str": "1379595606946746408",
  "in_reply_to_user_id_str": "2500000002",
  "in_reply_to_screen_name": "moor_walker"
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
