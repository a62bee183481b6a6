export default {
  notFound: {
    title: "We can't find this page",
    lead: "The page may have moved, or it is not one you can see.",
    try: "Check the address. If you came from a mail, open the link in the mail again.",
  },
  notYours: {
    title: "This page is not open to you",
    lead: "Nothing is wrong with your account. This page belongs to someone else.",
    try: "If you have more than one role, sign in with the other one.",
  },
  gone: {
    title: "This link has been used up",
    lead: "Links in our mails work for a limited time.",
    try: "Open the newest mail from us, or ask for a new link.",
  },
  tooMany: {
    title: "That was a lot at once",
    lead: "We slow things down to keep everyone safe.",
    try: "Wait a few minutes. Then try again.",
  },
  refused: {
    title: "We could not do that",
    lead: "Something in the request was not as we expected it. Nothing was changed.",
    try: "Go back one page and try again.",
  },
  broken: {
    title: "Something broke on our side",
    lead: "You did nothing wrong. What you saved before is safe.",
    try: "Wait a minute. Then load this page again.",
  },
  help: "If it does not work, ask your advisor or the coordinator at the school.",
  toHome: "Go to my page",
  toStart: "Go to the start",
  reference: "When you ask for help, give this number: {{id}}",
};
