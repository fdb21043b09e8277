window.YTD.follower.part0 = [
  {
    "follower": {
      "accountId": "2400001000"
    }
  },
  {
    "follower": {
      "accountId": "2400001001"
    }
  },
  {
    "follower": {
      "accountId": "2400001002"
    }
  }
]