window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1722985573905334273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/shop1",
            "expanded_url": "https://arch-museum.example/shop/1",
            "display_url": "arch-museum.example/shop/1"
          }
        ]
      },
      "favorite_count": "1",
      "retweet_count": "1",
      "id_str": "1722985573905334273",
      "id": "1722985573905334273",
      "truncated": false,
      "created_at": "Fri Nov 10 14:32:27 +0000 2023",
      "favorited": false,
      "full_text": "New in the shop: paper arches to fold https://t.co/shop1",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1725908332704694273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [
          {
            "text": "museum",
            "indices": [
              "0",
              "1"
            ]
          },
          {
            "text": "bridges",
            "indices": [
              "0",
              "1"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "3",
      "retweet_count": "0",
      "id_str": "1725908332704694273",
      "id": "1725908332704694273",
      "truncated": false,
      "created_at": "Sat Nov 18 16:06:27 +0000 2023",
      "favorited": false,
      "full_text": "Open tomorrow from 10 to 18 #museum #bridges",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1728815992009654273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [],
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      },
      "favorite_count": "5",
      "retweet_count": "2",
      "id_str": "1728815992009654273",
      "id": "1728815992009654273",
      "truncated": false,
      "created_at": "Sun Nov 26 16:40:27 +0000 2023",
      "favorited": false,
      "full_text": "The keystone of the month: “Pont du Nord” &amp; its twin &lt;1742&gt; – worth a visit",
      "lang": "en",
      "extended_entities": {
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1731738750809014273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "0",
      "retweet_count": "1",
      "id_str": "1731738750809014273",
      "id": "1731738750809014273",
      "truncated": false,
      "created_at": "Mon Dec 04 18:14:27 +0000 2023",
      "favorited": false,
      "full_text": "Which bridge do you cross every day? Tell us!",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1734510514664374273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "2",
      "retweet_count": "0",
      "id_str": "1734510514664374273",
      "id": "1734510514664374273",
      "truncated": false,
      "created_at": "Tue Dec 12 09:48:27 +0000 2023",
      "favorited": false,
      "full_text": "2/ And its arch has 9 stones.",
      "lang": "en",
      "in_reply_to_status_id": "1733117082989494273",
      "in_reply_to_status_id_str": "1733117082989494273",
      "in_reply_to_user_id": "511000111",
      "in_reply_to_user_id_str": "511000111",
      "in_reply_to_screen_name": "arch_museum"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1737418173969334273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "masons_guild",
            "screen_name": "masons_guild",
            "id_str": "733000333",
            "id": "733000333"
          }
        ],
        "urls": []
      },
      "favorite_count": "0",
      "retweet_count": "0",
      "id_str": "1737418173969334273",
      "id": "1737418173969334273",
      "truncated": false,
      "created_at": "Wed Dec 20 10:22:27 +0000 2023",
      "favorited": false,
      "full_text": "RT @masons_guild: We opened the quarry again.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1740340932768694273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [
          {
            "text": "museum",
            "indices": [
              "0",
              "1"
            ]
          },
          {
            "text": "bridges",
            "indices": [
              "0",
              "1"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "6",
      "retweet_count": "1",
      "id_str": "1740340932768694273",
      "id": "1740340932768694273",
      "truncated": false,
      "created_at": "Thu Dec 28 11:56:27 +0000 2023",
      "favorited": false,
      "full_text": "Open tomorrow from 10 to 18 #museum #bridges",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1743248592073654273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [],
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      },
      "favorite_count": "1",
      "retweet_count": "0",
      "id_str": "1743248592073654273",
      "id": "1743248592073654273",
      "truncated": false,
      "created_at": "Fri Jan 05 12:30:27 +0000 2024",
      "favorited": false,
      "full_text": "The keystone of the month: “Pont du Nord” &amp; its twin &lt;1742&gt; – worth a visit",
      "lang": "en",
      "extended_entities": {
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1746171350873014273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "masons_guild",
            "screen_name": "masons_guild",
            "id_str": "733000333",
            "id": "733000333"
          }
        ],
        "urls": []
      },
      "favorite_count": "0",
      "retweet_count": "0",
      "id_str": "1746171350873014273",
      "id": "1746171350873014273",
      "truncated": false,
      "created_at": "Sat Jan 13 14:04:27 +0000 2024",
      "favorited": false,
      "full_text": "RT @masons_guild: We opened the quarry again.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1749079010177974273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "masons_guild",
            "screen_name": "masons_guild",
            "id_str": "733000333",
            "id": "733000333"
          }
        ],
        "urls": []
      },
      "favorite_count": "5",
      "retweet_count": "1",
      "id_str": "1749079010177974273",
      "id": "1749079010177974273",
      "truncated": false,
      "created_at": "Sun Jan 21 14:38:27 +0000 2024",
      "favorited": false,
      "full_text": "Thanks to @masons_guild for the tools, naïve question: who made them?",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1752001768977334273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "0",
      "retweet_count": "0",
      "id_str": "1752001768977334273",
      "id": "1752001768977334273",
      "truncated": false,
      "created_at": "Mon Jan 29 16:12:27 +0000 2024",
      "favorited": false,
      "full_text": "2/ And its arch has 21 stones.",
      "lang": "en",
      "in_reply_to_status_id": "1750472441852854273",
      "in_reply_to_status_id_str": "1750472441852854273",
      "in_reply_to_user_id": "511000111",
      "in_reply_to_user_id_str": "511000111",
      "in_reply_to_screen_name": "arch_museum"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1754909428282294273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [
          {
            "text": "museum",
            "indices": [
              "0",
              "1"
            ]
          },
          {
            "text": "bridges",
            "indices": [
              "0",
              "1"
            ]
          }
        ],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "2",
      "retweet_count": "2",
      "id_str": "1754909428282294273",
      "id": "1754909428282294273",
      "truncated": false,
      "created_at": "Tue Feb 06 16:46:27 +0000 2024",
      "favorited": false,
      "full_text": "Open tomorrow from 10 to 18 #museum #bridges",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1721456246780854273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [],
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      },
      "favorite_count": "0",
      "retweet_count": "0",
      "id_str": "1721456246780854273",
      "id": "1721456246780854273",
      "truncated": false,
      "created_at": "Mon Nov 06 09:15:27 +0000 2023",
      "favorited": false,
      "full_text": "The keystone of the month: “Pont du Nord” &amp; its twin &lt;1742&gt; – worth a visit",
      "lang": "en",
      "extended_entities": {
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1724379005580214273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "stone_reader",
            "screen_name": "stone_reader",
            "id_str": "622000222",
            "id": "622000222"
          }
        ],
        "urls": []
      },
      "favorite_count": "2",
      "retweet_count": "2",
      "id_str": "1724379005580214273",
      "id": "1724379005580214273",
      "truncated": false,
      "created_at": "Tue Nov 14 10:49:27 +0000 2023",
      "favorited": false,
      "full_text": "@stone_reader Yes, every Sunday until March (2).",
      "lang": "en",
      "in_reply_to_status_id": "1724348806591414279",
      "in_reply_to_status_id_str": "1724348806591414279",
      "in_reply_to_user_id": "622000222",
      "in_reply_to_user_id_str": "622000222",
      "in_reply_to_screen_name": "stone_reader"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1727286664885174273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "masons_guild",
            "screen_name": "masons_guild",
            "id_str": "733000333",
            "id": "733000333"
          }
        ],
        "urls": []
      },
      "favorite_count": "0",
      "retweet_count": "0",
      "id_str": "1727286664885174273",
      "id": "1727286664885174273",
      "truncated": false,
      "created_at": "Wed Nov 22 11:23:27 +0000 2023",
      "favorited": false,
      "full_text": "RT @masons_guild: We opened the quarry again.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1730209423684534273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/shop6",
            "expanded_url": "https://arch-museum.example/shop/6",
            "display_url": "arch-museum.example/shop/6"
          }
        ]
      },
      "favorite_count": "6",
      "retweet_count": "0",
      "id_str": "1730209423684534273",
      "id": "1730209423684534273",
      "truncated": false,
      "created_at": "Thu Nov 30 12:57:27 +0000 2023",
      "favorited": false,
      "full_text": "New in the shop: paper arches to fold https://t.co/shop6",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1733117082989494273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "stone_reader",
            "screen_name": "stone_reader",
            "id_str": "622000222",
            "id": "622000222"
          }
        ],
        "urls": []
      },
      "favorite_count": "1",
      "retweet_count": "2",
      "id_str": "1733117082989494273",
      "id": "1733117082989494273",
      "truncated": false,
      "created_at": "Fri Dec 08 13:31:27 +0000 2023",
      "favorited": false,
      "full_text": "@stone_reader Yes, every Sunday until March (8).",
      "lang": "en",
      "in_reply_to_status_id": "1733086884000694279",
      "in_reply_to_status_id_str": "1733086884000694279",
      "in_reply_to_user_id": "622000222",
      "in_reply_to_user_id_str": "622000222",
      "in_reply_to_screen_name": "stone_reader"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1736039841788854273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [],
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      },
      "favorite_count": "3",
      "retweet_count": "1",
      "id_str": "1736039841788854273",
      "id": "1736039841788854273",
      "truncated": false,
      "created_at": "Sat Dec 16 15:05:27 +0000 2023",
      "favorited": false,
      "full_text": "The keystone of the month: “Pont du Nord” &amp; its twin &lt;1742&gt; – worth a visit",
      "lang": "en",
      "extended_entities": {
        "media": [
          {
            "id_str": "0",
            "type": "photo"
          }
        ]
      }
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1738947501093814273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "5",
      "retweet_count": "0",
      "id_str": "1738947501093814273",
      "id": "1738947501093814273",
      "truncated": false,
      "created_at": "Sun Dec 24 15:39:27 +0000 2023",
      "favorited": false,
      "full_text": "Which bridge do you cross every day? Tell us!",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1741870259893174273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "stone_reader",
            "screen_name": "stone_reader",
            "id_str": "622000222",
            "id": "622000222"
          }
        ],
        "urls": []
      },
      "favorite_count": "0",
      "retweet_count": "2",
      "id_str": "1741870259893174273",
      "id": "1741870259893174273",
      "truncated": false,
      "created_at": "Mon Jan 01 17:13:27 +0000 2024",
      "favorited": false,
      "full_text": "@stone_reader Yes, every Sunday until March (14).",
      "lang": "en",
      "in_reply_to_status_id": "1741840060904374279",
      "in_reply_to_status_id_str": "1741840060904374279",
      "in_reply_to_user_id": "622000222",
      "in_reply_to_user_id_str": "622000222",
      "in_reply_to_screen_name": "stone_reader"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1744777919198134273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/shop16",
            "expanded_url": "https://arch-museum.example/shop/16",
            "display_url": "arch-museum.example/shop/16"
          }
        ]
      },
      "favorite_count": "2",
      "retweet_count": "1",
      "id_str": "1744777919198134273",
      "id": "1744777919198134273",
      "truncated": false,
      "created_at": "Tue Jan 09 17:47:27 +0000 2024",
      "favorited": false,
      "full_text": "New in the shop: paper arches to fold https://t.co/shop16",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1747549683053494273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/quarry",
            "expanded_url": "https://twitter.com/masons_guild/status/1745808963007414281",
            "display_url": "twitter.com/masons_guild/status/1745808963007414281"
          }
        ]
      },
      "favorite_count": "4",
      "retweet_count": "0",
      "id_str": "1747549683053494273",
      "id": "1747549683053494273",
      "truncated": false,
      "created_at": "Wed Jan 17 09:21:27 +0000 2024",
      "favorited": false,
      "full_text": "Worth a trip, says our mason https://t.co/quarry",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1750472441852854273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "stone_reader",
            "screen_name": "stone_reader",
            "id_str": "622000222",
            "id": "622000222"
          }
        ],
        "urls": []
      },
      "favorite_count": "6",
      "retweet_count": "2",
      "id_str": "1750472441852854273",
      "id": "1750472441852854273",
      "truncated": false,
      "created_at": "Thu Jan 25 10:55:27 +0000 2024",
      "favorited": false,
      "full_text": "@stone_reader Yes, every Sunday until March (20).",
      "lang": "en",
      "in_reply_to_status_id": "1750442242864054279",
      "in_reply_to_status_id_str": "1750442242864054279",
      "in_reply_to_user_id": "622000222",
      "in_reply_to_user_id_str": "622000222",
      "in_reply_to_screen_name": "stone_reader"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1753380101157814273"
          ],
          "isEditEligible": false
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://desk.example\" rel=\"nofollow\">Museum Desk</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "favorite_count": "1",
      "retweet_count": "1",
      "id_str": "1753380101157814273",
      "id": "1753380101157814273",
      "truncated": false,
      "created_at": "Fri Feb 02 11:29:27 +0000 2024",
      "favorited": false,
      "full_text": "Which bridge do you cross every day? Tell us!",
      "lang": "en"
    }
  }
]