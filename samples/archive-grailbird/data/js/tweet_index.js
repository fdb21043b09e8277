var tweet_index =  [
 {
  "file_name": "data/js/tweets/2014_03.js",
  "tweet_count": 6
 },
 {
  "file_name": "data/js/tweets/2010_10.js",
  "tweet_count": 3
 }
]