export default {
  page: {
    title: "Thank you",
    lead: "These people and organizations gave to the access fund of {{school}} and wished to be thanked here.",
    none: "Nobody is thanked here yet.",
    unnamed: "A friend of the school",
  },
  wish: {
    how: "May the school thank you on its public page?",
    none: "No, thank you",
    named: "Yes, with the name I give for",
    unnamed: "Yes, without a name",
    words: "A sentence to show beside it",
    wordsHint: "Please name no student. Somebody at the school reads it first.",
    amount: "Show the amount too",
  },
  gift: {
    shown: "The school thanks you on its public page.",
    waits: "The school will thank you on its public page once your gift is there and somebody has read your wish.",
    page: "Read the page",
    ask: "Be thanked in public",
    change: "Change how I am thanked, or take it off",
    save: "Save",
    saving: "Saving …",
  },
  staff: {
    title: "Thanks in public",
    named: "Wishes to be thanked by name",
    unnamed: "Wishes to be thanked without a name",
    withAmount: "with the amount",
    show: "Show it on the thank-you page",
    hide: "Take it off the thank-you page",
  },
  fault: {
    wished_unnamed: "You asked not to be named. Choose thanks without a name.",
    not_wished: "This donor does not wish to be thanked in public.",
    not_paid: "Thanks are shown once the money has come.",
  },
};
