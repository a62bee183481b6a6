export default {
  gotIt: "Got it",
  noHints: "Show no more hints",
  student: {
    title: "Your page",
    text: "Here is what comes next with each place you asked for. Not sure what you like? The cards take three minutes. Nobody outside the school hears of you before your family and a coordinator agree.",
  },
  search: {
    title: "How to look around",
    text: "Type what you like, or leave the box empty and tick a few boxes. The list changes as you go. Looking tells nobody anything.",
  },
  introduce: {
    title: "Why introduce somebody?",
    text: "A neighbor, an aunt or a boss can be a great mentor. A name and a way to reach them is enough. The school reads it first and writes to them once.",
  },
  conversation: {
    title: "Who reads along",
    text: "The school reads every conversation. Nobody here sees a phone number or a mail address of somebody else. If something feels wrong, use the report link. It goes to two people at the school.",
  },
  guardian: {
    title: "Your family’s page",
    text: "At the top is what waits for your answer. Below is each child with what comes next. You can say yes or no here, and take a yes back on any day.",
  },
  mentor: {
    title: "Your page",
    text: "At the top is what waits for you. Then comes who visits you next, then your placements. A change to a placement is read by the school before students see it.",
  },
  advisor: {
    title: "One line for each student",
    text: "Each line says what happened, what is next and whose turn it is. When you are away, give cover to a colleague: they see the page on those days only.",
  },
  coordinator: {
    title: "Start here each day",
    text: "This list holds all that waits for you, the longest waiting first. Each line has its one action. When it is empty, nobody waits for you.",
  },
  matches: {
    title: "What the board does",
    text: "It proposes pairs and says why. Nothing happens before you approve. Open a pair to see what speaks for and against it, and say no where you know better.",
  },
  setting: {
    title: "Hints",
    areOn: "Pages that are new to you say what they are for.",
    areOff: "Hints are off.",
    on: "Turn hints on",
    again: "Show all hints once more",
  },
  toast: {
    read: "This hint will not come back.",
    none: "Hints are off. You can turn them on in your account.",
    again: "Hints are on.",
  },
};
