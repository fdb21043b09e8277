window.YTD.direct_messages_group.part0 = [
  {
    "secret": "CANARY-GROUP"
  }
]