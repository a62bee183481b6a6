export default {
  accounts: {
    takeUp: "The key of {{account}} was taken away. Enter a new key of it, and everything goes on where it was.",
    newest: "The newest secret ends in {{hint}}.",
    endSecret: "End the old webhook secret",
    endSecretLead:
      "The secret that ends in {{old}} stops working now. Stripe has to sign with the one that ends in {{newest}} by then. Do this when somebody else may know the old one.",
    endSecretNow: "End the old secret now",
    disconnect: "Disconnect this account",
    disconnectLead:
      "The key is deleted here, and the fund closes. Do this when somebody else may know the key, and delete it at Stripe too. What Stripe tells in the next three days is not lost if you enter a new key by then.",
    disconnectNow: "Disconnect now",
    nothingUnderWay: "Nothing is under way there.",
    underWay_one: "{{count}} gift is still under way there:",
    underWay_other: "{{count}} gifts are still under way there:",
    leftInvoices_one: "{{count}} invoice there can still be paid, and we do not hear of it. Void it at Stripe:",
    leftInvoices_other: "{{count}} invoices there can still be paid, and we do not hear of it. Void them at Stripe:",
    earlier: "Earlier account {{account}}",
    stillRead:
      "It takes no new gifts. Refunds and disputes of its gifts still reach the books, and each night we compare it.",
    notRead: "It has no key. Nothing of it reaches the books until you enter a new key of it above.",
    endLead:
      "When you end it, payment pages that are open there end, and its key is deleted. Refunds and disputes of its gifts do not reach the books any more. A gift that nobody has paid moves to the new account. An invoice can still be paid there, and we do not hear of it: take it back before.",
    endNow: "End this account",
    ended: "Account {{account}} ended on {{day}}.",
  },
};
