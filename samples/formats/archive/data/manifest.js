window.__THAR_CONFIG = {
  "userInfo": {
    "accountId": "511000111",
    "userName": "arch_museum",
    "displayName": "Arch Museum"
  },
  "archiveInfo": {
    "generationDate": "2024-05-01T12:00:00.000Z",
    "isPartialArchive": false
  },
  "dataTypes": {
    "tweets": {
      "files": [
        {
          "fileName": "data/tweets.js",
          "globalName": "YTD.tweets.part0",
          "count": "24"
        }
      ]
    }
  }
}