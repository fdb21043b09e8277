window.YTD.account.part0 = [
 {
  "account": {
   "username": "lantern_inn",
   "accountId": "2500000001",
   "createdAt": "1360822028000",
   "timeZone": "Edinburgh"
  }
 }
]