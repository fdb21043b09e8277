window.YTD.follower.part0 = [
  {
    "follower": {
      "accountId": "1081339492561846272",
      "userLink": "https://twitter.com/intent/user?user_id=1081339492561846272"
    }
  },
  {
    "follower": {
      "accountId": "1092573516395446273",
      "userLink": "https://twitter.com/intent/user?user_id=1092573516395446273"
    }
  },
  {
    "follower": {
      "accountId": "1102720376632246274",
      "userLink": "https://twitter.com/intent/user?user_id=1102720376632246274"
    }
  },
  {
    "follower": {
      "accountId": "1113954400465846275",
      "userLink": "https://twitter.com/intent/user?user_id=1113954400465846275"
    }
  },
  {
    "follower": {
      "accountId": "1124826036433846276",
      "userLink": "https://twitter.com/intent/user?user_id=1124826036433846276"
    }
  },
  {
    "follower": {
      "accountId": "1136060060267446277",
      "userLink": "https://twitter.com/intent/user?user_id=1136060060267446277"
    }
  }
]