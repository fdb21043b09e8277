window.__THAR_CONFIG = {
 "userInfo": {
  "accountId": "",
  "userName": "",
  "displayName": ""
 },
 "archiveInfo": {
  "generationDate": "2021-06-01T10:00:00.000Z"
 },
 "dataTypes": {
  "tweets": {
   "files": [
    {
     "fileName": "data/tweets.js",
     "count": "5"
    }
   ]
  }
 }
}
