window.YTD.account_suspension.part0 = [
  {
    "accountSuspension": {
      "timeStamp": "1373541137",
      "action": "Suspend"
    }
  }
]