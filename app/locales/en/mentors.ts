export default {
  about: {
    title: "About you",
    lead: "Schools use this to find students who fit you. Students can read what you both like, your languages and how long you have had students.",
    none: "Say what you like and which languages you speak. It takes a minute. Then schools find students who fit you.",
    say: "Say it",
    change: "Change it",
    bySchool: "Staff of {{school}} said this for you. They wrote: “{{reason}}” You can change it.",
  },
  of: {
    title: "About {{mentor}}",
    lead: "Say it for {{mentor}}, as when they told you on the phone. They read it with your reason and can change it.",
    none: "Nobody has said what {{mentor}} likes or how long they have had students. The match goes by it.",
    say: "Say it for {{mentor}}",
    byMentor: "{{mentor}} said so.",
    bySchool: "Staff of {{school}} said so: “{{reason}}”",
    back: "Back to the listing",
    reason: "Why you say it",
    reasonHint: "{{mentor}} reads this. Name no student.",
  },
  field: {
    interests: "Interests",
    interestsHint: "Open a group and tick up to {{most}}. They need not be about the work.",
    languages: "Languages",
    languagesHint: "Spoken well enough to work with a student.",
    years: "Years with students",
    yearsHint: "Not years in the job. Write 0 if there has been no student yet. Leave it empty if it is not known.",
  },
  facts: {
    none: "Not said yet",
    years_zero: "None yet",
    years_one: "One year",
    years_other: "{{count}} years",
  },
  save: "Save",
  saving: "Saving …",
  now: "What it says now",
  back: "Back to my page",
  toast: {
    saved: "Saved. The next plan goes by it.",
    savedFor: "Saved. The next plan goes by it, and the mentor can see it.",
  },
  fault: {
    not_permitted: "You may not do this here.",
    not_valid: "One of these is not in the list any more. Load the page again and choose anew.",
    reason_missing: "Say why. The mentor reads it.",
    other_lead:
      "Another mentor leads this placement by now, so nothing was saved. What you had typed was about the one before.",
    changed_before:
      "Somebody changed this since you opened it. Below is what it says now. Your answers are still in the form: save again to keep them instead.",
    interests_unknown: "One of these is not in the list. Tick again.",
  },
};
