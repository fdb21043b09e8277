window.YTD.tweet.part0 = [
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1036539292677046272",
    "id_str": "1036539292677046272",
    "full_text": "Back from the summer.",
    "lang": "en",
    "favorite_count": "2",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Mon Sep 03 09:00:00 +0000 2018",
    "display_text_range": [
      "0",
      "21"
    ]
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1039121306219446272",
    "id_str": "1039121306219446272",
    "full_text": "Which map should we show first?",
    "lang": "en",
    "favorite_count": "1",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Mon Sep 10 12:00:00 +0000 2018",
    "display_text_range": [
      "0",
      "31"
    ]
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1039121557877686272",
    "id_str": "1039121557877686272",
    "full_text": "The oldest one, we think.",
    "lang": "en",
    "favorite_count": "0",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Mon Sep 10 12:01:00 +0000 2018",
    "display_text_range": [
      "0",
      "25"
    ],
    "in_reply_to_user_id": "2400000001",
    "in_reply_to_screen_name": "fernhill_lib",
    "in_reply_to_user_id_str": "2400000001",
    "in_reply_to_status_id": "1039121306219446272",
    "in_reply_to_status_id_str": "1039121306219446272"
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1039423296107446272",
    "id_str": "1039423296107446272",
    "full_text": "@mossgate_books thank you",
    "lang": "en",
    "favorite_count": "0",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Tue Sep 11 08:00:00 +0000 2018",
    "display_text_range": [
      "0",
      "25"
    ],
    "in_reply_to_user_id": "2400000777",
    "in_reply_to_screen_name": "mossgate_books",
    "in_reply_to_user_id_str": "2400000777",
    "in_reply_to_status_id": "1039408196613046272",
    "in_reply_to_status_id_str": "1039408196613046272"
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1039785683973046272",
    "id_str": "1039785683973046272",
    "full_text": "@mossgate_books typed by hand",
    "lang": "en",
    "favorite_count": "0",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Wed Sep 12 08:00:00 +0000 2018",
    "display_text_range": [
      "0",
      "29"
    ],
    "in_reply_to_user_id": "2400000777",
    "in_reply_to_screen_name": "mossgate_books",
    "in_reply_to_user_id_str": "2400000777"
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [
        {
          "screen_name": "mossgate_books",
          "name": "mossgate_books",
          "id_str": "2400000777",
          "indices": [
            3,
            9
          ]
        }
      ],
      "hashtags": [],
      "symbols": []
    },
    "id": "1040148071838646272",
    "id_str": "1040148071838646272",
    "full_text": "RT @mossgate_books: New books at the gate",
    "lang": "en",
    "favorite_count": "0",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Thu Sep 13 08:00:00 +0000 2018",
    "display_text_range": [
      "0",
      "41"
    ]
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1040510459704246272",
    "id_str": "1040510459704246272",
    "full_text": "RT @mossgate_books: typed by hand, liked",
    "lang": "en",
    "favorite_count": "4",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Fri Sep 14 08:00:00 +0000 2018",
    "display_text_range": [
      "0",
      "40"
    ]
  },
  {
    "retweeted": false,
    "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
    "entities": {
      "urls": [
        {
          "url": "https://t.co/made0up000",
          "expanded_url": "https://twitter.com/mossgate_books/status/1040000000000000000",
          "indices": [
            0,
            23
          ]
        }
      ],
      "user_mentions": [],
      "hashtags": [],
      "symbols": []
    },
    "id": "1046829598110646272",
    "id_str": "1046829598110646272",
    "full_text": "What a find https://t.co/made0up000",
    "lang": "en",
    "favorite_count": "0",
    "retweet_count": "0",
    "favorited": false,
    "truncated": false,
    "created_at": "Mon Oct 01 18:30:00 +0000 2018",
    "display_text_range": [
      "0",
      "35"
    ]
  }
]