window.YTD.tweets.part0 = [
  {
    tweet: {
      id_str: '1378973226759098371',
      full_text: 'Soup',
    },
  },
];
