Grailbird.data.tweets_2016_04 = 
[
 {
  "id_str": "717252984173498371",
  "id": 717252984173498371,
  "created_at": "2016-04-05 07:30:12 +0000",
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
  }
 },
 {
  "id_str": "717875364361146408",
  "id": 717875364361146408,
  "created_at": "2016-04-07 00:43:19 +0000",
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
  }
 },
 {
  "id_str": "718497744548794445",
  "id": 718497744548794445,
  "created_at": "2016-04-08 17:56:26 +0000",
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
  }
 }
]
