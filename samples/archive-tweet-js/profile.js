window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "News from a library that does not exist.",
        "location": "Fernhill",
        "website": "https://t.co/made0up111"
      },
      "avatarMediaUrl": "https://pbs.twimg.com/made-up.png"
    }
  }
]