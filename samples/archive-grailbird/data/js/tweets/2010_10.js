Grailbird.data.tweets_2010_10 = 
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
  "id_str": "26600000003",
  "id": 26600000003,
  "text": "@mossgate_books thank you for the shelves",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2010-10-07 00:00:00 +0000",
  "in_reply_to_user_id": "2400000777",
  "in_reply_to_screen_name": "mossgate_books",
  "in_reply_to_user_id_str": "2400000777"
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
  "id_str": "26500000002",
  "id": 26500000002,
  "text": "The reading room is warm again.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2010-10-06 00:00:00 +0000"
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
  "id_str": "26400000001",
  "id": 26400000001,
  "text": "We have opened an account.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2010-10-05 00:00:00 +0000"
 }
]