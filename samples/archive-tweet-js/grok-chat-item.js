window.YTD.grok_chat_item.part0 = [
  {
    "secret": "CANARY-GROK"
  }
]