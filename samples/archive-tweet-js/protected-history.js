window.YTD.protected_history.part0 = [
  {
    "secret": "CANARY-HISTORY"
  }
]