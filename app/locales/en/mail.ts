/** Texts of mail. Under `kinds` each kind of emails/kinds.ts has its own; `subject` is also the heading. */
export default {
  product: "Throughline",
  hello: "Hello {{name}},",
  helloNobody: "Hello,",
  help: "Questions? Call {{name}}:",
  why: "Links in this mail only open a page. Nothing changes until you press a button there.",
  unsubscribe: "Send me no more mail like this",
  day: {
    subject_one: "One thing is new at {{school}}",
    subject_other: "{{count}} things are new at {{school}}",
    lead: "This is new since our last mail:",
    once: "We put our news in one mail a day at most. Only what cannot wait comes by itself.",
    stop: "Send me no more of this",
  },
  gradeBand: { "6-8": "grades 6 to 8", "9-10": "grades 9 and 10", "11-12": "grades 11 and 12" },
  kinds: {
    "sign-in": {
      subject: "{{code}} is your sign-in code",
      lead: "Type this code on the page where you asked for it:",
      link: "Or open this link in the same browser:",
      action: "Sign in",
      minutes_one: "Code and link work once, for {{count}} minute.",
      minutes_other: "Code and link work once, for {{count}} minutes.",
      careful: "You did not ask for this? Then do nothing. Never tell anybody this code.",
    },
    "consent-request": {
      subject: "{{school}} asks for your permission for {{student}}",
      lead: "{{student}} would like to learn with a mentor outside school.",
      ask: "We need your answer first. The page shows what others would learn about {{student}}, and who they are.",
      action: "Read and answer",
      askByPerson:
        "We need your answer first. A letter from us shows what others would learn about {{student}}, and who they are.",
      how: "To sign, you type your name and the code the school gave you. You need no account and no password.",
      choice: "You can say yes or no, or ask a question. If you say no, {{student}} can look for another place.",
      late: "The link stops working after two weeks. The page then offers you a new one.",
    },
    "consent-reminder": {
      subject: "{{student}} is waiting for your answer",
      lead: "Some days ago we asked for your permission for {{student}}. We have no answer yet.",
      ask: "A yes, a no or a question: each of them helps.",
      action: "Read and answer",
      call: "Would you like to talk first? Please call us. You can also answer on paper.",
    },
    "first-contact": {
      subject: "A student of {{school}} would like to learn with you",
      lead: "{{student}} is in {{grades}} and asked for your placement “{{title}}”.",
      likes: "{{student}} likes: {{interests}}.",
      checked: "The school said yes, and the family agreed that we may write to you.",
      action: "Read and answer",
      how: "You can say yes or no, or ask a question. You need no account. A yes is not final: you will meet first.",
      late: "The link works for three weeks.",
      source: "We have your address because you are the contact of this placement at {{organisation}}.",
    },
    "endorsement-asked": {
      subject: "{{student}}'s request is waiting for you",
      lead: "{{student}} asks for “{{title}}” at {{organisation}}.",
      next: "Say that you endorse it, or pass it on with a doubt. The coordinators decide after you.",
      action: "Read the request",
    },
    "advisor-news": {
      lead_left: {
        subject: "{{student}}'s mentor has left",
        lead: "The mentor of “{{title}}” at {{organisation}} has left. {{student}} does not go there for now. The coordinators are looking for somebody else.",
      },
      lead_new: {
        subject: "{{student}} has another mentor",
        lead: "Another mentor leads “{{title}}” at {{organisation}} now. Nothing else changes for {{student}}.",
      },
      action: "Open the page",
    },
    "pursuit-news": {
      offered: {
        subject: "{{organisation}} says yes to {{student}}",
        lead: "{{organisation}} offers {{student}} the place “{{title}}”. Now {{student}} decides.",
      },
      turned_down: {
        subject: "{{organisation}} cannot take {{student}}",
        lead: "{{organisation}} cannot take {{student}} for “{{title}}”. The page shows what they wrote.",
      },
      question: {
        subject: "{{organisation}} has a question about {{student}}",
        lead: "{{organisation}} has a question about {{student}} and “{{title}}”. Please answer soon.",
      },
      accepted: {
        subject: "{{student}} takes the place at {{organisation}}",
        lead: "{{student}} takes “{{title}}”. The page shows what is still needed before the start. If it is an internship, other internship requests on the same days stop by themselves.",
      },
      offer_refused: {
        subject: "{{student}} does not take the place",
        lead: "{{student}} does not take “{{title}}” at {{organisation}}. The host has been told.",
      },
      withdrawn: {
        subject: "{{student}} stops “{{title}}”",
        lead: "{{student}} does not go on with “{{title}}” at {{organisation}}. The place is free again.",
      },
      wants_suggestion: {
        subject: "{{student}} wants to try “{{title}}”",
        lead: "{{student}} says yes to your idea: “{{title}}” at {{organisation}}. The family is asked next.",
      },
      consent_refused: {
        subject: "No permission for {{student}}",
        lead: "A guardian of {{student}} said no. Everything waits until you have talked with the family.",
      },
      message_held: {
        subject: "A message about {{student}} is waiting for you",
        lead: "Somebody wrote or sent a picture in the conversation of {{student}} and {{organisation}}. It is waiting on the page. The others see it only after you let it go.",
      },
      message_late: {
        subject: "A message about {{student}} is still waiting",
        lead: "Nobody has decided yet about a message in the conversation of {{student}} and {{organisation}}. Please read it now, and let it go or give it back.",
      },
      action: "Open the page",
    },
    "search-news": {
      subject_one: "{{count}} new placement for you",
      subject_other: "{{count}} new placements for you",
      lead_one: "Your saved searches found one that is new:",
      lead_other: "Your saved searches found {{count}} that are new:",
      more_one: "And {{count}} more.",
      more_other: "And {{count}} more.",
      action: "See my saved searches",
    },
    "student-status": {
      approved: {
        subject: "Your school says yes to “{{title}}”",
        lead: "Next, your family is asked. Then we write to {{organisation}}.",
      },
      declined: {
        subject: "News about “{{title}}”",
        lead: "Not this time. Your coordinator wrote you a note about it. You can look for another place.",
      },
      suggested: {
        subject: "An idea for you: “{{title}}”",
        lead: "Your school thinks this place at {{organisation}} may be right for you. Nobody else knows yet. Would you like to try it?",
      },
      contacted: {
        subject: "We wrote to {{organisation}}",
        lead: "They know your first name and what you like. Now we wait for their answer about “{{title}}”.",
      },
      offered: {
        subject: "{{organisation}} says yes",
        lead: "They would like to have you for “{{title}}”. Now it is your turn. Do you take it?",
      },
      not_taken: {
        subject: "News about “{{title}}”",
        lead: "{{organisation}} cannot take anybody for it now. That is not about you. You can look for another place.",
      },
      completed: { subject: "“{{title}}” is done", lead: "You did it. Your page shows what you can try next." },
      expired: {
        subject: "“{{title}}” ran out of time",
        lead: "Nobody answered in time. Ask your advisor what to do next.",
      },
      withdrawn: {
        subject: "“{{title}}” stops here",
        lead: "“{{title}}” at {{organisation}} will not go ahead. Talk with your advisor. You can look for another place.",
      },
      consent_given: {
        subject: "Your family says yes",
        lead: "Your family agrees. The next step for “{{title}}” can start.",
      },
      answer_recorded: {
        subject: "Your school wrote down your answer",
        lead: "You told your school what you want about “{{title}}” at {{organisation}}. Your page shows it. Is it wrong? Tell your school soon.",
      },
      lead_left: {
        subject: "A change at {{organisation}}",
        lead: "The mentor for “{{title}}” does not work with students there any more. You did nothing wrong. Please do not go there for now. Your school is looking for somebody new and will tell you what happens next.",
      },
      lead_new: {
        subject: "A new mentor at {{organisation}}",
        lead: "“{{title}}” goes on with another mentor. Your school knows who it is. Ask there if you have questions.",
      },
      not_possible_now: { subject: "News about “{{title}}”", lead: "Not possible now; talk with your advisor." },
      byPerson: {
        declined: "Not this time. Ask your coordinator why. You can look for another place.",
        completed: "You did it. Ask your advisor what you can try next.",
        answer_recorded:
          "You told your school what you want about “{{title}}” at {{organisation}}. Your school wrote it down. Is it wrong? Tell your school soon.",
      },
      action: "Open my page",
    },
    "family-news": {
      offered: {
        subject: "A host says yes to {{student}}",
        lead: "{{organisation}} offers {{student}} the place “{{title}}”. Now {{student}} decides.",
        placeless: "A host offers {{student}} a place to learn. Now {{student}} decides.",
      },
      not_taken: {
        subject: "News for {{student}}: not this time",
        lead: "{{organisation}} cannot take anybody for “{{title}}” now. {{student}} can look for another place.",
        placeless: "The host cannot take anybody now. {{student}} can look for another place.",
      },
      accepted: {
        subject: "{{student}} takes a place",
        lead: "{{student}} takes “{{title}}” at {{organisation}}. The school finishes the last steps before the first day.",
        placeless: "{{student}} takes a place to learn. The school finishes the last steps before the first day.",
      },
      offer_refused: {
        subject: "{{student}} does not take a place",
        lead: "{{student}} does not take “{{title}}” at {{organisation}}. {{student}} can look for another place.",
        placeless: "{{student}} does not take the place that was offered. {{student}} can look for another one.",
      },
      completed: {
        subject: "{{student}} has finished",
        lead: "{{student}} has finished “{{title}}” at {{organisation}}. Ask what it was like. {{student}}'s page shows what comes next.",
        placeless: "{{student}} has finished there. Ask what it was like. {{student}}'s page shows what comes next.",
      },
      withdrawn: {
        subject: "One place for {{student}} will not go ahead",
        lead: "“{{title}}” at {{organisation}} will not go ahead. {{student}} can look for another place.",
        placeless: "One place that {{student}} asked for will not go ahead. {{student}} can look for another one.",
      },
      expired: {
        subject: "News for {{student}}: out of time",
        lead: "There was no answer about “{{title}}” at {{organisation}} in time. {{student}} can look for another place.",
        placeless: "There was no answer about one place in time. {{student}} can look for another one.",
      },
      lead_left: {
        subject: "A change for {{student}}",
        lead: "The mentor for “{{title}}” at {{organisation}} does not work with students there any more. Everything waits until the school finds somebody new. {{student}} did nothing wrong, and does not go there for now.",
        placeless:
          "A mentor of {{student}} does not work with students any more. Everything there waits until the school finds somebody new. {{student}} did nothing wrong.",
      },
      lead_new: {
        subject: "A new mentor for {{student}}",
        lead: "“{{title}}” at {{organisation}} goes on with another mentor. The school knows who it is. Please call if you have questions.",
        placeless:
          "One place of {{student}} goes on with another mentor. The school knows who it is. Please call if you have questions.",
      },
      action: "Open my page",
    },
    "transfer-news": {
      student: {
        announced: {
          subject: "You go to another school",
          lead: "We have written down that you go to {{otherSchool}}. Your first day there is {{day}}.",
          placeless: "We have written down that you go to another school. We tell you more in person.",
          next: "You sign in there as you do here. What you go after here ends. Nothing of what you did here goes along: the new school asks you anew. If something is wrong, call us.",
        },
        taken_back: {
          subject: "You stay at {{school}}",
          lead: "You do not go to {{otherSchool}}. What we wrote about a first day on {{day}} does not hold any more.",
          placeless: "You do not go to another school. What we said before does not hold any more.",
          next: "You sign in as before. If you have a question, call us.",
        },
        received: {
          subject: "{{school}} expects you",
          lead: "{{school}} expects you from {{otherSchool}}. Your first day is {{day}}. From then on you sign in with the same mail address as before.",
          placeless: "{{school}} expects you. Ask us when your first day is.",
          next: "We know nothing of what you did at the other school. Begin with what you like, and your family is asked anew for consent.",
        },
      },
      family: {
        announced: {
          subject: "{{student}} goes to another school",
          lead: "We have written down that {{student}} goes to {{otherSchool}}. The first day there is {{day}}.",
          placeless: "We have written down that {{student}} goes to another school. If you want to know more, call us.",
          next: "What {{student}} goes after here ends. Nothing that you agreed to here goes along: the new school asks anew. If something is wrong, call us.",
        },
        taken_back: {
          subject: "{{student}} stays at {{school}}",
          lead: "{{student}} does not go to {{otherSchool}}. What we wrote about a first day on {{day}} does not hold any more.",
          placeless: "{{student}} does not go to another school. What we wrote before does not hold any more.",
          next: "You do not need to do anything. If you have a question, call us.",
        },
        received: {
          subject: "{{school}} expects {{student}}",
          lead: "{{school}} expects {{student}} from {{otherSchool}} on {{day}}.",
          placeless: "{{school}} expects {{student}}.",
          next: "We have not decided yet what you may see and answer here. Then we ask you anew for each consent: what you agreed to at the other school does not hold here. If you have a question, call us.",
        },
      },
      action: "Open my page",
    },
    "own-rights": {
      student: {
        subject: "You are 18: from now on you decide",
        lead: "You are 18. From now on you say yes or no yourself to what the school asks. What the school keeps about your search for a place is yours.",
        next: "Your family does not see it any more, unless you let them. You choose that for each person, and you can change it any time.",
        action: "Choose who sees it",
      },
      family: {
        subject: "{{student}} is 18 and decides alone now",
        lead: "{{student}} is 18. From now on {{student}} says yes or no to what the school asks, and you are not asked any more.",
        next: "You see how the search for a place is going only if {{student}} lets you. Talk with {{student}} about it. The school can help with questions.",
        action: "Open my page",
      },
    },
    "mentor-leaving": {
      said: {
        subject: "Your last day at {{organisation}}",
        lead: "The school has written down that {{day}} is your last day at {{organisation}}.",
        next: "After that day you cannot sign in for them, and others look after your students. Is this wrong? Please call us soon.",
      },
      taken_back: {
        subject: "You stay at {{organisation}}",
        lead: "The school had written down {{day}} as your last day at {{organisation}}. That is no longer so.",
        next: "Everything stays as it was. You do not need to do anything.",
      },
      action: "See what is written down",
    },
    "mentor-status": {
      leads_now: {
        subject: "You lead “{{title}}” now: {{student}}",
        lead: "{{student}} is on the way to “{{title}}”, and you lead it now. See where things are, and answer if something is waiting for you.",
      },
      accepted: {
        subject: "{{student}} takes your place",
        lead: "{{student}} takes “{{title}}”. The school finishes the last steps with you. Please wait for the start date.",
      },
      offer_refused: {
        subject: "{{student}} does not take your place",
        lead: "{{student}} chose not to take “{{title}}”. Thank you for the offer. Your placement stays open for others.",
      },
      withdrawn: {
        subject: "{{student}} does not go on with “{{title}}”",
        lead: "{{student}} no longer goes after “{{title}}”. You need to do nothing. Your placement stays open for others.",
      },
      expired: {
        subject: "“{{title}}” ran out of time",
        lead: "We had no answer about {{student}} in time. You need to do nothing. Your placement stays open for others.",
      },
      answer_recorded: {
        subject: "We wrote down your answer about {{student}}",
        lead: "You told us your answer about {{student}} and “{{title}}”. We wrote it down. Is it wrong? Please call us soon.",
      },
      action: "Open the page",
    },
    "visit-news": {
      kind: { informational_interview: "interview", shadow_day: "shadow day" },
      dated: {
        student: {
          subject: "Your {{visit}} has a date",
          lead: "Your {{visit}} for “{{title}}” at {{organisation}} is set.",
        },
        mentor: {
          subject: "A day for {{student}}: {{visit}}",
          lead: "{{student}} comes to {{organisation}} for “{{title}}”: {{visit}}.",
        },
        family: {
          subject: "{{student}}'s {{visit}} has a date",
          lead: "{{student}}'s {{visit}} for “{{title}}” at {{organisation}} is set.",
        },
        placeless: "{{student}}'s {{visit}} is set. The school can tell you more.",
      },
      moved: {
        student: {
          subject: "Your {{visit}} has changed",
          lead: "Your {{visit}} for “{{title}}” at {{organisation}} has changed. This is how it is now.",
        },
        mentor: {
          subject: "A change: {{visit}} of {{student}}",
          lead: "{{student}}'s {{visit}} for “{{title}}” has changed. This is how it is now.",
        },
        family: {
          subject: "A change: {{visit}} of {{student}}",
          lead: "{{student}}'s {{visit}} at {{organisation}} has changed. This is how it is now.",
        },
        placeless: "{{student}}'s {{visit}} has changed. The school can tell you more.",
      },
      cancelled: {
        student: {
          subject: "Your {{visit}} is off",
          lead: "Your {{visit}} for “{{title}}” at {{organisation}} is called off.",
        },
        mentor: {
          subject: "Called off: {{visit}} of {{student}}",
          lead: "{{student}}'s {{visit}} for “{{title}}” is called off.",
        },
        family: {
          subject: "Called off: {{visit}} of {{student}}",
          lead: "{{student}}'s {{visit}} at {{organisation}} is called off.",
        },
        placeless: "{{student}}'s {{visit}} is called off. The school can tell you more.",
      },
      not_yours: {
        subject: "No longer yours: {{student}}'s {{visit}}",
        lead: "You do not lead “{{title}}” at {{organisation}} any more. Somebody else there has {{student}}'s {{visit}} now.",
        next: "We take it out of your calendar. You do not need to do anything.",
      },
      when: "When: {{when}}",
      where: "Where: {{place}}",
      cannot: {
        student: "You cannot come? Say so on your page, or call the school.",
        mentor: "That day does not work? Say so on the page, or call the school.",
        family: "Is there a problem with this day? Please call the school.",
      },
      cannotByPerson: {
        student: "You cannot come? Please call the school.",
        mentor: "That day does not work? Please call the school.",
      },
      entry: {
        own: "Your {{visit}} at {{organisation}}",
        ofStudent: "{{student}}: {{visit}} at {{organisation}}",
        help: "Questions? {{name}}, {{phone}}",
      },
      action: "Open the page",
    },
    "concern-waits": {
      subject: "A report needs you now",
      lead: "A report is waiting for you. It came on {{when}}.",
      next: "For privacy this mail says no more. Please open it, and say that you will look after it. If nobody does, others are called. Until you have read it, talk about it with no one.",
      action: "Open the report",
    },
    "leads-changed": {
      subject: "A change in who reads reports of concerns at {{school}}",
      name: "{{by}} made {{name}} a safeguarding lead. This counts from {{day}}.",
      end: "{{by}} said that {{name}} will no longer be a safeguarding lead. This counts from {{day}}.",
      stop_name: "{{by}} stopped a change. {{name}} will not become a safeguarding lead.",
      stop_end: "{{by}} stopped a change. {{name}} stays a safeguarding lead.",
      next: "Safeguarding leads read reports of concerns. Did you not expect this? Ask the school. Until the day a change counts, a lead or an admin can stop it on this page.",
      action: "See the leads",
    },
    "meeting-news": {
      planned: {
        student: { subject: "A meeting with {{advisor}}", lead: "{{advisor}} would like to talk with you." },
        advisor: { subject: "A meeting with {{student}}", lead: "Your meeting with {{student}} is planned." },
        family: {
          subject: "A meeting about {{student}}",
          lead: "{{advisor}} would like to talk with {{student}} and with you.",
        },
        placeless: "{{advisor}} would like to talk with {{student}} and with you. The school can tell you more.",
      },
      moved: {
        student: {
          subject: "Your meeting with {{advisor}} has changed",
          lead: "Your meeting with {{advisor}} has changed. This is how it is now.",
        },
        advisor: {
          subject: "A change: meeting with {{student}}",
          lead: "Your meeting with {{student}} has changed. This is how it is now.",
        },
        family: {
          subject: "A change: meeting about {{student}}",
          lead: "The meeting of {{advisor}} with {{student}} and you has changed. This is how it is now.",
        },
        placeless: "The meeting of {{advisor}} with {{student}} and you has changed. The school can tell you more.",
      },
      cancelled: {
        student: {
          subject: "Your meeting with {{advisor}} is off",
          lead: "Your meeting with {{advisor}} is called off.",
        },
        advisor: {
          subject: "Off: meeting with {{student}}",
          lead: "Your meeting with {{student}} is called off.",
        },
        family: {
          subject: "Off: meeting about {{student}}",
          lead: "You do not need to come. The meeting is off for you.",
        },
        placeless: "The meeting of {{advisor}} with {{student}} is off for you. The school can tell you more.",
      },
      when: "When: {{when}}",
      where: "Where: {{place}}",
      cannot: {
        student: "You cannot come? Please tell your advisor, or call the school.",
        advisor: "You can change it or call it off on its page.",
        family: "You cannot come? Please call the school.",
      },
      entry: {
        student: "Meeting with {{advisor}}",
        advisor: "Meeting with {{student}}",
        family: "Meeting about {{student}}",
        help: "Questions? {{name}}, {{phone}}",
      },
      action: "Open the page",
    },
    "conversation-news": {
      subject_one: "One new message for you",
      subject_other: "{{count}} new messages for you",
      lead_one:
        "There is something new in a conversation at {{school}}. To keep it private, this mail does not show it.",
      lead_other:
        "There is something new in your conversations at {{school}}. To keep it private, this mail does not show it.",
      with: "{{student}}: {{title}}",
      messages_one: "{{organisation}}, one new message",
      messages_other: "{{organisation}}, {{count}} new messages",
      pictures_one: "You can see one picture on the page.",
      pictures_other: "You can see {{count}} pictures on the page.",
      more_one: "And one more conversation.",
      more_other: "And {{count}} more conversations.",
      action: "Read and answer",
      to: "Answer by mail",
      answer: "You can also answer this mail. Your answer then becomes a message in the conversation.",
      answers: "You can also answer by mail. Each conversation has an address of its own.",
      relay:
        "Everybody in the conversation, and the school, can read your answer. Nobody sees your mail address. Please leave out phone numbers and addresses.",
      once: "We send this mail once a day at most, and not at night.",
    },
    "cover-news": {
      cover: {
        given: {
          subject: "Please cover {{advisory}} for some days",
          lead: "{{by}} asks you to cover {{advisory}} from {{from}} to {{to}}. On these days its students are on your page with yours. You cannot do it? Tell {{by}}.",
        },
        ended: {
          subject: "You do not cover {{advisory}} any more",
          lead: "{{by}} ended your cover of {{advisory}}. You do not see its students any more.",
        },
      },
      advisor: {
        given: {
          subject: "{{advisory}} is covered for some days",
          lead: "{{by}} asked {{name}} to cover {{advisory}} from {{from}} to {{to}}. On these days {{name}} reads what its advisor reads.",
        },
        ended: {
          subject: "A cover of {{advisory}} has ended",
          lead: "{{by}} ended the cover of {{advisory}} by {{name}}. Will its advisor be away? Ask another colleague.",
        },
      },
      action: "See who covers",
    },
    "reply-returned": {
      subject: "Your answer was not sent",
      half: "Your answer was sent without its file",
      empty:
        "We found no words of yours in your mail, and no photo that can be sent, so nothing was sent. You can write on the page instead.",
      too_long:
        "Your answer is too long for one message, so it was not sent. You can write it on the page in two parts.",
      too_often: "That was a lot of messages in one hour, so the last one was not sent. Please wait a while.",
      ended:
        "You cannot write in this conversation at the moment, so nobody in it sees your answer. A person at the school reads it.",
      unreadable: "We could not read your mail, so nothing was sent. You can write on the page instead.",
      files:
        "Your answer is in the conversation. A file in your mail was left out. Up to 3 photos can be sent, JPEG or PNG, 5 MB each. If it is a paper, take a photo of it.",
      elsewhere:
        "Answers to that mail are not read and not kept, because they may say what only a few people may know. Please write on the page, or call.",
      action: "Go to the conversation",
      page: "Go to the page",
    },
    "needs-you": {
      subject_one: "One thing needs you",
      subject_other: "{{count}} things need you",
      lead: "This is waiting for somebody at your school today:",
      requests_one: "One student request",
      requests_other: "{{count}} student requests",
      introductions_one: "One mentor whom a family introduced",
      introductions_other: "{{count}} mentors whom families introduced",
      tasks_one: "One open task",
      tasks_other: "{{count}} open tasks",
      conversations_one: "One conversation with new messages",
      conversations_other: "{{count}} conversations with new messages",
      action: "See what it is",
    },
    "placement-published": {
      subject: "“{{title}}” is open at {{school}}",
      lead: "{{school}} has read your placement and now shows it to its students. Thank you!",
      next: "We write to you when a student asks for it, after the school and the family said yes.",
      nextByPerson: "We call you when a student asks for it, after the school and the family said yes.",
      action: "See my placement",
    },
    "introduction-invitation": {
      subject: "{{school}} would like to meet you",
      named: "{{proposer}} thinks you would be a good mentor for a student.",
      unnamed: "Somebody at our school thinks you would be a good mentor for a student.",
      what: "Our students learn part of the week from people at work. A mentor shows one student what they do.",
      small: "It can start small: a talk of half an hour, or one day together. You decide.",
      action: "See what it means, and answer",
      how: "You can say yes or no, or ask a question. You need no account.",
      sourceNamed: "We have your address from {{proposer}}.",
      sourceUnnamed: "We have your address from somebody at our school.",
      once: "We will remind you once at most. If you do not answer, we delete your data after 90 days.",
      deleteMe: "Delete my data now",
    },
    "introduction-reminder": {
      subject: "Would you like to meet us? {{school}}",
      again: "We wrote to you some days ago. This is our only reminder.",
    },
    "introduction-thanks": {
      subject: "{{mentor}} said yes. Thank you!",
      lead: "You introduced {{mentor}} to us. Now our students can learn there.",
      next: "We will tell you when a student of our school finds a place there. We will not say who it is.",
      action: "See what became of it",
    },
    "introduction-answer": {
      subject: "An answer to your question, {{school}}",
      asked: "You asked us: “{{question}}”",
      action: "Say yes or no, or ask again",
    },
    "introduction-placed": {
      subject: "A student found a place with {{mentor}}",
      lead: "You introduced {{mentor}} to us. Now a student of {{school}} has a place to learn there. Thank you!",
      notWho: "We do not say who it is. That is for the student and their family to tell.",
      action: "See what became of it, or introduce somebody else",
    },
    "introduce-link": {
      subject: "Your link to introduce somebody to {{school}}",
      lead: "You asked for a new link. With it you can introduce people you know, and see what became of it.",
      action: "Introduce somebody you know",
      year: "The link works for a year. You need no password.",
    },
    "mentor-welcome": {
      subject: "Welcome, {{organisation}}!",
      lead: "You are a mentor of {{organisation}} now. Thank you!",
      next: "Sign in with this mail address. You need no password: we send you a code.",
      post: "Then tell students what they could do with you. The school reads it before students see it.",
      posted:
        "What you offered is with the school. You do not need to do anything more: we write when students can see it.",
      action: "Sign in",
    },
    "sign-in-address": {
      subject: "You sign in at {{school}} with this address now",
      lead: "Staff of {{school}} wrote down this mail address for you. From now on you sign in with it.",
      next: "There is no password: the page mails a code to this address.",
      notMe: "Is this not for you? Then do nothing, or tell the school.",
      action: "Sign in",
    },
    "claim-refused": {
      subject: "About your offer to {{school}}",
      lead: "Thank you for your offer. We could not confirm that you work at {{organisation}}, so students do not see it.",
      next: "Is that a mistake? Please call us, or ask your question on our page.",
      action: "Ask the school",
    },
    "introduction-news": {
      submitted: {
        subject: "Somebody introduces a mentor",
        lead: "Somebody proposes {{mentor}} as a mentor. Please have a look.",
      },
      accepted: {
        subject: "{{mentor}} said yes",
        lead: "{{mentor}} would like to be a mentor. The page shows what is next.",
      },
      waiting: {
        subject: "{{mentor}} is still waiting to be invited",
        lead: "{{mentor}} was proposed as a mentor a month ago, and nobody has decided. Please invite them, or say why not.",
      },
      action: "Open the page",
    },
    giftPurpose: {
      transit: "bus and train passes",
      tools: "tools and safety gear",
      clearance: "background check fees",
      stipend: "student stipends",
    },
    practice: {
      subject: "Practice – {{subject}}",
      lead: "Practice – no money moves. Somebody is trying out how to give. Nobody paid anything, and this mail is no receipt.",
    },
    "visitor-offer-link": {
      subject: "Your offer to {{school}}",
      lead: "Somebody offered {{school}} a place where a student can learn, and gave this mail address. Was it you?",
      next: "Then open the link and go on. It takes about ten minutes.",
      action: "Go on with my offer",
      keep: "The link works for 30 days, on each of your devices. What you type is kept. Do not pass it on.",
      notMe: "It was not me: delete this",
    },
    "visitor-offer-news": {
      in_review: {
        subject: "{{organisation}} offers a placement",
        lead: "{{organisation}} offered a placement and has no account here yet. It is waiting for your review.",
      },
      to_confirm: {
        subject: "Somebody offers a placement at {{organisation}}",
        lead: "Somebody offered a placement at {{organisation}}, which the district knows. Please confirm first that they work there.",
      },
      action: "Open the page",
    },
    "gift-pledged": {
      subject: "Thank you for your promise to {{school}}",
      lead: "You promised {{amount}} to {{school}} for {{purpose}}. Thank you!",
      action: "Pay it, or ask for an invoice",
      next: "You can also send a check to the school. Keep this mail: it leads to your gift.",
    },
    "gift-receipt": {
      subject: "Receipt for your gift to {{school}}",
      lead: "{{school}} has received {{amount}} from you. Thank you!",
      facts: "Amount: {{amount}}. Day: {{day}}. For: {{purpose}}.",
      next: "You received no goods or services in return. Please keep this mail for your records.",
      action: "See my gift",
    },
    "gift-returned": {
      subject: "Money from your gift to {{school}} went back to you",
      lead: "{{amount}} of your gift to {{school}} went back to you.",
      facts: "Day: {{day}}. The gift was for: {{purpose}}.",
      next: "Your bank may need some days to show it. A receipt that we sent you before counts only for what is left. Please keep this mail for your records.",
      action: "See my gift",
    },
    "gift-failed": {
      subject: "Your bank did not send your gift to {{school}}",
      lead: "Your bank did not send the {{amount}} of your gift to {{school}}. The school does not have this money.",
      next: "A receipt that we sent you for it does not count. If you still want to give, open your gift: there you can try again or choose another way.",
      action: "See my gift",
    },
    "gift-bounced": {
      subject: "Your check to {{school}} came back",
      lead: "Your check of {{amount}} to {{school}} came back. The bank did not pay it, so the school does not have this money.",
      next: "A receipt that we sent you for it does not count. If you still want to give, open your gift: there you see how it can be paid. Or send another check.",
      action: "See my gift",
    },
    "give-invitation": {
      subject: "Help a student get to work: {{school}}",
      lead: "Some students of {{school}} cannot take a place because the bus, the boots or a fee cost too much. A gift to the access fund pays for that.",
      action: "See how to give",
      next: "A gift changes nothing about which student is matched where, and shows you no student.",
      source: "We have your address because you are a contact of an organization that works with {{school}}.",
      deleteMe: "No more mail like this, or delete your data? The link below does both.",
    },
    "outreach-mail": {
      from: "{{name}}, coordinator at {{school}}",
      source: {
        typed: "We have your address because you gave it to {{school}}.",
        import: "We have your address from a list of organizations that {{school}} keeps.",
        introduction:
          "We have your address because a family of {{school}} named you as somebody who may like to help students.",
        public_site: "We have your address from a public website.",
      },
      sourceMore: "More about that: {{note}}.",
      answer: "Would you like to answer? Please call {{name}}:",
      answerMail: "Would you like to answer? Please answer this mail, or call {{name}}:",
      deleteMe: "No more mail like this, or delete your data? The link below does both.",
    },
    "place-invitation": {
      invited: {
        subject: "{{school}} invites you to Throughline",
        lead: "{{school}} has a place for you on Throughline.",
      },
      reminded: {
        subject: "Your place at {{school}} is still waiting for you",
        lead: "Some days ago {{school}} invited you to Throughline. We will not write about it again.",
      },
      student: {
        invited: {
          subject: "{{school}} invites you to Throughline",
          lead: "{{school}} has a place for you on Throughline.",
        },
        reminded: {
          subject: "Your place at {{school}} is still waiting for you",
          lead: "Some days ago {{school}} invited you to Throughline. We will not write about it again.",
        },
        notMe: "Is this not for you? You do not need to do anything. You can also tell the school.",
      },
      for: {
        student: "There you find places to learn at work, save the ones you like, and ask for them.",
        guardian: "There you see what your student is looking for, and answer what the school asks you.",
        staff: "There you see your students, and what they are looking for.",
      },
      next: "The page asks for a code, which we mail to this address. There is no password.",
      notMe: "Is this not for you? You do not need to do anything. You can also tell the school.",
      action: "Come in",
    },
    "check-ending": {
      subject: "Your background check for {{school}} ends soon",
      lead: "Your background check for {{school}} is good until {{day}}.",
      leadOf: "Your check “{{check}}” for {{school}} is good until {{day}}.",
      next: "The school can tell you how to renew it. Without a new check, no student can come to you after that day.",
      action: "See my students",
    },
    "still-open": {
      subject_one: "Is your placement still open?",
      subject_other: "Are your placements still open?",
      lead_one: "It has been quiet for some time around what you offer at {{school}}. Is it still open for a student?",
      lead_other:
        "It has been quiet for some time around what you offer at {{school}}. Are they still open for a student?",
      one: "“{{title}}”",
      until:
        "Please tell us by {{day}}. If we hear nothing, students do not see it after that day. You can offer it again at any time.",
      action: "Say what is open",
    },
    "school-invitation": {
      subject: "{{school}} is ready for you",
      lead: "You are the first admin of {{school}} on Throughline.",
      next: "The link opens your school. From then on you sign in with a code we mail you. There is no password.",
      action: "Open my school",
    },
  },
};
