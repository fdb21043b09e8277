window.YTD.following.part0 = [
  {
    "following": {
      "accountId": "2400001000"
    }
  },
  {
    "following": {
      "accountId": "2400001001"
    }
  }
]