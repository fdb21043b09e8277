Grailbird.data.tweets_2014_03 = 
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
  "id_str": "446663472051126272",
  "id": 446663472051126272,
  "text": "So true! RT @mossgate_books: read more",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2014-03-20 15:04:05 +0000"
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
  "id_str": "441136029496246272",
  "id": 441136029496246272,
  "text": "@mossgate_books yes, on Monday",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2014-03-05 09:00:00 +0000",
  "in_reply_to_user_id": "2400000777",
  "in_reply_to_screen_name": "mossgate_books",
  "in_reply_to_user_id_str": "2400000777",
  "in_reply_to_status_id": "441130996331446272",
  "in_reply_to_status_id_str": "441130996331446272"
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
  "id_str": "440758542136246272",
  "id": 440758542136246272,
  "text": "RT @mossgate_books: Our spring list is out.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2014-03-04 08:00:00 +0000",
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
   "id_str": "440750992389046272",
   "id": 440750992389046272,
   "text": "Our spring list is out.",
   "user": {
    "id_str": "2400000777",
    "screen_name": "mossgate_books"
   },
   "created_at": "2014-03-04 07:30:00 +0000"
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
  "id_str": "440426982405046272",
  "id": 440426982405046272,
  "text": "And music.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2014-03-03 10:02:30 +0000",
  "in_reply_to_user_id": "2400000001",
  "in_reply_to_screen_name": "fernhill_lib",
  "in_reply_to_user_id_str": "2400000001",
  "in_reply_to_status_id": "440426604917686272",
  "in_reply_to_status_id_str": "440426604917686272"
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
  "id_str": "440426604917686272",
  "id": 440426604917686272,
  "text": "It finds maps.",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2014-03-03 10:01:00 +0000",
  "in_reply_to_user_id": "2400000001",
  "in_reply_to_screen_name": "fernhill_lib",
  "in_reply_to_user_id_str": "2400000001",
  "in_reply_to_status_id": "440426353259446272",
  "in_reply_to_status_id_str": "440426353259446272"
 },
 {
  "source": "<a href=\"https:\/\/mobile.twitter.com\" rel=\"nofollow\">Twitter Web App<\/a>",
  "entities": {
   "urls": [
    {
     "url": "https:\/\/t.co\/made0up000",
     "expanded_url": "https:\/\/library.example\/catalogue",
     "indices": [
      0,
      23
     ]
    }
   ],
   "user_mentions": [],
   "hashtags": [
    {
     "text": "books",
     "indices": [
      0,
      5
     ]
    }
   ],
   "symbols": [],
   "media": []
  },
  "geo": {},
  "id_str": "440426353259446272",
  "id": 440426353259446272,
  "text": "A thread on our new catalogue & what it can do https:\/\/t.co\/made0up000",
  "user": {
   "id_str": "2400000001",
   "id": 2400000001,
   "screen_name": "fernhill_lib",
   "name": "Fernhill Library (made up)",
   "protected": false,
   "verified": false,
   "profile_image_url_https": "https:\/\/pbs.twimg.com\/profile_images\/1\/made_up_normal.png"
  },
  "created_at": "2014-03-03 10:00:00 +0000"
 }
]