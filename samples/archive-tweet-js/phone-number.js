window.YTD.phone_number.part0 = [
  {
    "secret": "CANARY-PHONE"
  }
]