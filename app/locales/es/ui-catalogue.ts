import account from "./account";
import acting from "./acting";
import board from "./board";
import calls from "./calls";
import clearances from "./clearances";
import coach from "./coach";
import common from "./common";
import concerns from "./concerns";
import consent from "./consent";
import conversations from "./conversations";
import errors from "./errors";
import fund from "./fund";
import hints from "./hints";
import home from "./home";
import imports from "./imports";
import interests from "./interests";
import introductions from "./introductions";
import invitations from "./invitations";
import landing from "./landing";
import listing from "./listing";
import mailbox from "./mailbox";
import mails from "./mails";
import matching from "./matching";
import meetings from "./meetings";
import mentors from "./mentors";
import merges from "./merges";
import offers from "./offers";
import operations from "./operations";
import outreach from "./outreach";
import people from "./people";
import placements from "./placements";
import plans from "./plans";
import pursuits from "./pursuits";
import questions from "./questions";
import search from "./search";
import sequences from "./sequences";
import suspensions from "./suspensions";
import thanks from "./thanks";
import transfers from "./transfers";
import words from "./words";

/** What the browser loads of this language, in one file and before it hydrates. Mail stays on the server. */
export const uiCatalogue = {
  common,
  landing,
  account,
  acting,
  hints,
  home,
  people,
  placements,
  mentors,
  meetings,
  imports,
  search,
  sequences,
  suspensions,
  thanks,
  transfers,
  listing,
  words,
  matching,
  board,
  plans,
  merges,
  offers,
  operations,
  pursuits,
  calls,
  coach,
  consent,
  concerns,
  conversations,
  questions,
  interests,
  introductions,
  invitations,
  outreach,
  fund,
  clearances,
  mailbox,
  mails,
  errors,
};
