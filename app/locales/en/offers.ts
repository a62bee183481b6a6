export default {
  choose: {
    title: "Offer a placement",
    lead: "Which school is near you? You need no account.",
    none: "No school takes offers here right now.",
  },
  start: {
    title: "Offer a placement",
    lead: "Could a student of {{school}} learn with you? Begin with three questions. You need no account.",
    promise:
      "We write to this address once, with a link to go on. If you do not open it, we delete what you wrote after 3 days.",
    send: "Send me the link",
    sending: "Sending …",
  },
  field: {
    what: "What would a student do with you?",
    whatHint: "One or two sentences. You can change them later.",
    name: "Your name",
    organisation: "Your organisation or business",
    organisationHint: "If you work alone, write your own name.",
    mail: "Your mail address",
    mailHint: "The link to go on comes here.",
  },
  fault: {
    what_missing: "Please write what a student would do. A sentence is enough.",
    name_missing: "Please write your name.",
    organisation_missing: "Please write where you work.",
    mail_missing: "Please write a mail address, such as name@work.org.",
    too_often: "That was a lot at once. Please try again tomorrow, or call the school.",
    not_permitted: "We cannot go on here. Please call the school.",
    wrong_state: "This was done already. Load the page again to see where your offer is.",
  },
  asked: {
    title: "Look in your mail",
    lead: "We sent you a link. Open it to go on with your offer.",
    next: "It can take a few minutes. Look in the folder for unwanted mail too.",
    nothing: "Nothing came?",
    again: "Check your address and send it again.",
  },
  proof: {
    title: "Was it you?",
    lead: "Somebody gave this mail address to offer {{school}} a placement.",
    yes: "Yes, go on",
    no: "No, it was not me",
    noHint: "If it was not you, we delete it and do not write to you again.",
    pending: "One moment …",
  },
  form: {
    title: "Your placement",
    lead: "Tell {{school}} the rest about {{organisation}}. You can stop at any time: open the link in your mail again to go on.",
    kept: "You go on where you left off.",
  },
  known: {
    title: "We know you already",
    lead: "You are a mentor here. Sign in with this mail address: your form waits there with what you wrote.",
    signIn: "Sign in",
  },
  sent: {
    title: "Thank you! Your offer is with the school",
    lead: "A coordinator of {{school}} reads it before any student sees it.",
    confirmLead:
      "{{school}} knows {{organisation}} already. So a coordinator first asks whether you work there, and then reads your offer.",
    next: "You need do nothing now. We write to you when {{school}} shows your placement to its students.",
    signIn: "Sign in to change it",
  },
  gone: {
    title: "This link is over",
    lead: "There is no offer here. It was sent long ago, or deleted.",
    again: "Offer a placement",
  },
  toast: {
    asked: "Please look in your mail.",
    proved: "Thank you. Your address works.",
    known: "We know you already. Please sign in.",
    sent: "Thank you. The school has your offer.",
    deleted: "Deleted. We do not write to you again.",
  },
};
