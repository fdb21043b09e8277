var tweet_index = [
 {
  "file_name": "data/js/tweets/2019_04.js",
  "tweet_count": 3
 },
 {
  "file_name": "data/js/tweets/2019_05.js",
  "tweet_count": 2
 },
 {
  "file_name": "data/js/tweets/2019_04.js",
  "tweet_count": 3
 }
]
