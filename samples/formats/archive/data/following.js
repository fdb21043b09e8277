window.YTD.following.part0 = [
  {
    "following": {
      "accountId": "1081339492561846272",
      "userLink": "https://twitter.com/intent/user?user_id=1081339492561846272"
    }
  },
  {
    "following": {
      "accountId": "1092573516395446273",
      "userLink": "https://twitter.com/intent/user?user_id=1092573516395446273"
    }
  }
]