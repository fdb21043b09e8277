Grailbird.data.tweets_2017_11 = 
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
  "id_str": "926010993669046279",
  "id": 925603307320246272,
  "text": "@someone_else the original, with the original's author and likes",
  "user": {
   "id_str": "2400000777",
   "screen_name": "mossgate_books",
   "followers_count": 90000
  },
  "created_at": "Wed Nov 01 06:00:00 +0000 2017",
  "lang": "en",
  "favorite_count": 4100,
  "retweet_count": 900,
  "truncated": false,
  "retweeted": true,
  "in_reply_to_user_id_str": "2400000888",
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
  "id_str": "926373381534646272",
  "id": 605343031096246272,
  "text": "Summer hours begin today.",
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
  "created_at": "Mon Jun 01 12:00:00 +0000 2015",
  "lang": "en",
  "favorite_count": 2,
  "retweet_count": 0,
  "truncated": false,
  "retweeted": true,
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
  "id_str": "926735769400246272",
  "id": 926735769400246272,
  "text": "RT @mossgate_books: Late opening",
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
  "created_at": "Sat Nov 04 09:00:00 +0000 2017",
  "lang": "en",
  "favorite_count": 0,
  "retweet_count": 17,
  "truncated": false,
  "retweeted": false,
  "in_reply_to_user_id_str": null,
  "in_reply_to_status_id_str": null,
  "retweeted_status": {
   "source": "<a href=\"https:\/\/mobile.twitter.com\" rel=\"nofollow\">Twitter Web App<\/a>",
   "entities": {
    "urls": [],
    "user_mentions": [],
    "hashtags": [],
    "symbols": [],
    "media": []
   },
   "geo": {},
   "id_str": "926720669905846272",
   "id": 926720669905846272,
   "text": "Late opening",
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
   "created_at": "Sat Nov 04 08:00:00 +0000 2017",
   "lang": "en",
   "favorite_count": 0,
   "retweet_count": 0,
   "truncated": false,
   "retweeted": false,
   "in_reply_to_user_id_str": null,
   "in_reply_to_status_id_str": null
  }
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
  "id_str": "927098157265846272",
  "id": 927098157265846272,
  "text": "Worth a visit.",
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
  "created_at": "Sun Nov 05 09:00:00 +0000 2017",
  "lang": "en",
  "favorite_count": 0,
  "retweet_count": 1,
  "truncated": false,
  "retweeted": false,
  "in_reply_to_user_id_str": null,
  "in_reply_to_status_id_str": null,
  "quoted_status_id_str": "925603307320246283"
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
 }
]