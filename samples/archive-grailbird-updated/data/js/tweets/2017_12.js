Grailbird.data.tweets_2017_12 = 
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
  "id_str": "936381829739446272",
  "id": 936381829739446272,
  "text": "Advent calendar starts tomorrow.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png",
   "followers_count": 310,
   "friends_count": 120,
   "listed_count": 4
  },
  "created_at": "Thu Nov 30 23:50:00 +0000 2017",
  "lang": "en",
  "favorite_count": 3,
  "retweet_count": 0,
  "truncated": false,
  "retweeted": false,
  "in_reply_to_user_id_str": null,
  "in_reply_to_status_id_str": null
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
  "id_str": "936505142277046272",
  "id": 936505142277046272,
  "text": "Behind door one: a map.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png",
   "followers_count": 310,
   "friends_count": 120,
   "listed_count": 4
  },
  "created_at": "Fri Dec 01 08:00:00 +0000 2017",
  "lang": "en",
  "favorite_count": 0,
  "retweet_count": 0,
  "truncated": false,
  "retweeted": false,
  "in_reply_to_user_id_str": null,
  "in_reply_to_status_id_str": null
 }
]