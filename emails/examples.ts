/** What the example mails of the catalogue share. */
const origin = "https://throughline.example";
const school = { schoolName: "Lakeview High School", helpName: "Dana Whitfield", helpPhone: "+1 206 555 0142" };

export const example = {
  origin,
  school,
  placement: { placementTitle: "Veterinary helper", organisationName: "Green Lake Animal Clinic" },
  interests: ["animals", "gardening"],
  visit: {
    visitId: "0199d1f0-0000-7000-8000-0000000051a7",
    sequence: 0,
    saidAt: "2026-10-15T17:00:00.000Z",
    startsAt: "2026-10-22T16:00:00.000Z",
    endsAt: "2026-10-22T22:00:00.000Z",
    timeZone: "America/Los_Angeles",
    place: "Green Lake Animal Clinic, 7th Avenue 12. Ask for Priya at the desk.",
    organisationName: "Green Lake Animal Clinic",
    placementTitle: "Veterinary helper",
  },
  meeting: {
    meetingId: "0199d1f0-0000-7000-8000-0000000051a8",
    sequence: 0,
    saidAt: "2026-10-15T17:00:00.000Z",
    startsAt: "2026-10-21T22:00:00.000Z",
    endsAt: "2026-10-21T22:30:00.000Z",
    timeZone: "America/Los_Angeles",
    place: "Room 12, beside the library",
  },
  conversations: [
    {
      pursuitId: "0199d1f0-0000-7000-8000-0000000051b1",
      studentFirstName: "Ana",
      placementTitle: "Veterinary helper",
      organisationName: "Green Lake Animal Clinic",
      messages: 2,
      pictures: 1,
      link: `${origin}/conversations/example`,
      replyTo: "r-abcdefghijklmnopqrstuvwxyz234567@replies.example",
    },
    {
      pursuitId: "0199d1f0-0000-7000-8000-0000000051b2",
      studentFirstName: "Mateo",
      placementTitle: "Morning baker",
      organisationName: "Two Rivers Bakery",
      messages: 1,
      pictures: 0,
      link: `${origin}/conversations/another-example`,
      replyTo: "r-234567abcdefghijklmnopqrstuvwxyz@replies.example",
    },
  ],
  gift: {
    donorName: "Bo Lind",
    amount: "100.00 USD",
    purpose: "transit" as const,
    onDay: "2026-10-15",
    isPractice: false,
    link: `${origin}/give/example/gifts/example`,
  },
  outreach: {
    coordinatorName: "Ines Carvalho",
    outreachSubject: "Could a student spend Thursdays with you?",
    outreachBody:
      "Hello Priya,\n\nour students learn at work on Thursdays. One of them may be curious about what you do.\n\nMay I call you this week?",
    origin: "public_site" as const,
    originNote: "greenlakeclinic.example",
  },
  invitation: {
    ...school,
    mentorName: "Priya",
    proposerName: "Rosa Medina",
    link: `${origin}/invitation/example`,
    deleteMeLink: `${origin}/delete-me/example`,
  },
};
