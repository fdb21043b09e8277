var tweet_index =  [
 {
  "file_name": "data/js/tweets/2017_12.js",
  "tweet_count": 2
 },
 {
  "file_name": "data/js/tweets/2017_11.js",
  "tweet_count": 5
 },
 {
  "file_name": "data/js/tweets/2015_06.js",
  "tweet_count": 2
 }
]