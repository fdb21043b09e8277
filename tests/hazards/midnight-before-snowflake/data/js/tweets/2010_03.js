Grailbird.data.tweets_2010_03 = 
[
 {
  "id_str": "9800009000",
  "created_at": "2010-03-09 00:00:00 +0000",
  "text": "Snow, day 9",
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
  }
 },
 {
  "id_str": "9800008000",
  "created_at": "2010-03-08 00:00:00 +0000",
  "text": "Snow, day 8",
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
  }
 },
 {
  "id_str": "9800007000",
  "created_at": "2010-03-07 00:00:00 +0000",
  "text": "Snow, day 7",
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
  }
 },
 {
  "id_str": "9800006000",
  "created_at": "2010-03-06 00:00:00 +0000",
  "text": "Snow, day 6",
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
  }
 },
 {
  "id_str": "9800005000",
  "created_at": "2010-03-05 00:00:00 +0000",
  "text": "Snow, day 5",
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
  }
 },
 {
  "id_str": "9800004000",
  "created_at": "2010-03-04 00:00:00 +0000",
  "text": "Snow, day 4",
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
  }
 },
 {
  "id_str": "9800003000",
  "created_at": "2010-03-03 00:00:00 +0000",
  "text": "Snow, day 3",
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
  }
 },
 {
  "id_str": "9800002000",
  "created_at": "2010-03-02 00:00:00 +0000",
  "text": "Snow, day 2",
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
  }
 },
 {
  "id_str": "9800001000",
  "created_at": "2010-03-01 00:00:00 +0000",
  "text": "Snow, day 1",
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
  }
 }
]
