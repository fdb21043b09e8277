Grailbird.data.tweets_2015_06 = 
 [
 {
  "source": "<a href=\"https:\/\/mobile.twitter.com\" rel=\"nofollow\">Twitter Web App<\/a>",
  "entities": {
   "urls": [],
   "user_mentions": [],
   "hashtags": [],
   "symbols": [],
   "media": []
  },
  "geo": {},
  "id_str": "605343031096246272",
  "id": 605343031096246272,
  "text": "Summer hours begin today.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2015-06-01 12:00:00 +0000"
 },
 {
  "source": "<a href=\"https:\/\/mobile.twitter.com\" rel=\"nofollow\">Twitter Web App<\/a>",
  "entities": {
   "urls": [],
   "user_mentions": [],
   "hashtags": [],
   "symbols": [],
   "media": []
  },
  "geo": {},
  "id_str": "605705418961846272",
  "id": 605705418961846272,
  "text": "@mossgate_books see you there",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2015-06-02 12:00:00 +0000",
  "in_reply_to_user_id": "2400000777",
  "in_reply_to_screen_name": "mossgate_books",
  "in_reply_to_user_id_str": "2400000777",
  "in_reply_to_status_id": "605690319467446272",
  "in_reply_to_status_id_str": "605690319467446272"
 }
]