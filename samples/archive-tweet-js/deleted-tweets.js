window.YTD.deleted_tweets.part0 = [
  {
    "secret": "CANARY-DELETED"
  }
]