window.YTD.note_tweet.part0 = [
 {
  "noteTweet": {
   "noteTweetId": "1380217987008561169",
   "createdAt": "2021-04-08T17:56:26.000Z",
   "core": {
    "text": "The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. The whole menu, course by course. ",
    "urls": [
     {
      "shortUrl": "https://t.co/m",
      "expandedUrl": "https://inn.example/m"
     }
    ]
   }
  }
 },
 {
  "noteTweet": {
   "noteTweetId": "1380323683595190289",
   "createdAt": "2021-04-08T17:56:26.000Z",
   "core": {
    "text": "A note whose post is gone"
   }
  }
 }
]