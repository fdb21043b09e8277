window.YTD.account.part0 = [
  {
    "account": {
      "email": "CANARY@arch-museum.example",
      "createdVia": "web",
      "username": "arch_museum",
      "accountId": "511000111",
      "createdAt": "2012-03-01T08:30:00.000Z",
      "accountDisplayName": "Arch Museum"
    }
  }
]