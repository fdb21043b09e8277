window.YTD.direct_messages.part0 = [
  {
    "secret": "CANARY-DM"
  }
]