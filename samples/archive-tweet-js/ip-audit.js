window.YTD.ip_audit.part0 = [
  {
    "secret": "CANARY-IP"
  }
]