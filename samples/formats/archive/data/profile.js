window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Bridges &amp; arches, old and new. Ask us.",
        "website": "https://t.co/archmus",
        "location": "Fernhill"
      },
      "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/arch_normal.jpg",
      "headerMediaUrl": "https://pbs.twimg.com/profile_banners/511000111/1"
    }
  }
]