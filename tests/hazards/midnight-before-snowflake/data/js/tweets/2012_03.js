Grailbird.data.tweets_2012_03 = 
[
 {
  "id_str": "176094604293050371",
  "created_at": "2012-03-04 00:00:00 +0000",
  "text": "Midnight, and still awake",
  "source": "web",
  "user": {
   "id_str": "2500000001",
   "screen_name": "lantern_inn",
   "name": "Lantern Inn"
  },
  "entities": {
   "hashtags": [],
   "urls": [],
   "user_mentions": [],
   "media": []
  },
  "in_reply_to_user_id_str": "2500000002"
 }
]
