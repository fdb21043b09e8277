Grailbird.data.tweets_2013_05 = 
[
 {
  "id_str": "320075883475898371",
  "created_at": "2013-04-05 07:30:12 +0000",
  "text": "B&B &amp; &lt;more&gt;",
  "source": "web",
  "user": {
   "id_str": "2500000001",
   "screen_name": "lantern_inn"
  },
  "entities": {
   "hashtags": [],
   "urls": [],
   "user_mentions": [],
   "media": []
  }
 },
 {
  "id_str": "320698263663546408",
  "created_at": "2013-04-07 00:43:19 +0000",
  "text": "R&D & T",
  "source": "web",
  "user": {
   "id_str": "2500000001",
   "screen_name": "lantern_inn"
  },
  "entities": {
   "hashtags": [],
   "urls": [],
   "user_mentions": [],
   "media": []
  }
 }
]
