export default {
  title: "Learning through interests",
  headline: "School, out in the real world.",
  lead: "Throughline helps each student find a place in the community to learn what they love. A clinic. A boat shop. A garden. The school checks every step, and the family decides with them.",
  offer: "Offer a placement",
  cast: "Try it with sample people",
  picture: "Drawing: one line leads from a school to a workshop, where a mentor and a student build a boat.",
  audiences: {
    title: "What it is for you",
    students: {
      title: "Students",
      text: "Search by what you like. See why a place fits you. Say “I'd like this one”, and see what happens next.",
    },
    families: {
      title: "Families",
      text: "See who will work with your child, and what they will know. You decide in your own language. You can also introduce a mentor you know.",
    },
    mentors: {
      title: "Organizations and mentors",
      text: "Post what a student could do with you. We write when a student has asked for your place. You answer from one mail, with no account to set up.",
    },
    staff: {
      title: "School staff",
      text: "See what needs you today. Get ranked matches with reasons. You approve each step, and each one is on record.",
    },
  },
  how: {
    title: "How a place is found",
    ask: { title: "The student asks", text: "Nobody hears about a student who has not said yes first." },
    check: { title: "The school checks", text: "A coordinator looks at the place, the people and the rules." },
    agree: { title: "The family agrees", text: "On a phone or on paper, in the family's language." },
    meet: {
      title: "The mentor says hello",
      text: "First a talk or a day on site. Then, if both want it, the internship.",
    },
  },
  promises: {
    title: "What we promise",
    first: "Nothing about a student leaves the school before the school and the family have said yes.",
    second: "We rank places and say why. We never hide one.",
    third: "An adult and a student never write to each other alone. School staff can always read along.",
    fourth: "Every no comes with a reason, and with a next step.",
  },
};
