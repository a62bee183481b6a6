/** What the example mails of the catalogue share. */
const origin = "https://throughline.example";
const school = { schoolName: "Lakeview High School", helpName: "Dana Whitfield", helpPhone: "+1 206 555 0142" };

export const example = {
  origin,
  school,
  placement: { placementTitle: "Veterinary helper", organisationName: "Green Lake Animal Clinic" },
  interests: ["animals", "gardening"],
  gift: {
    donorName: "Bo Lind",
    amount: "100.00 USD",
    purpose: "transit" as const,
    onDay: "2026-10-15",
    link: `${origin}/give/example/gifts/example`,
  },
  invitation: {
    ...school,
    mentorName: "Priya",
    proposerName: "Rosa Medina",
    link: `${origin}/invitation/example`,
    deleteMeLink: `${origin}/delete-me/example`,
  },
};
