window.YTD.account.part0 = [
  {
    "account": {
      "email": "CANARY-MAIL@example.invalid",
      "createdVia": "web",
      "username": "fernhill_lib",
      "accountId": "2400000001",
      "createdAt": "1285833600000",
      "accountDisplayName": "Fernhill Library (made up)"
    }
  }
]