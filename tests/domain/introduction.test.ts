import { describe, expect, it } from "vitest";
import { isWaiting } from "~/domain/introduction/lifecycle";
import { faultOf, isSameMentor, type Proposal, tidyProposal } from "~/domain/introduction/proposal";
import { namedProposer } from "~/domain/introduction/proposer";
import { relativesOf } from "~/domain/introduction/relatives";

const PROPOSAL: Proposal = {
  mentorName: "Elena Panadera",
  mentorMail: "elena@horno.example",
  mentorPhone: "",
  mentorLanguage: "es",
  doesWhat: "",
  howKnown: "",
  mayBeNamed: true,
  isRelative: false,
  studentId: null,
};

describe("who an invitation names", () => {
  const told = { proposed_as: "guardian", may_be_named: true, proposer_full_name: "Rosa Medina" };

  it("is a guardian or staff who allowed it", () => {
    expect(namedProposer(told)).toBe("Rosa Medina");
    expect(namedProposer({ ...told, proposed_as: "staff" })).toBe("Rosa Medina");
  });

  it("is nobody where it was not allowed, and never a student", () => {
    expect(namedProposer({ ...told, may_be_named: false })).toBeNull();
    expect(namedProposer({ ...told, proposed_as: "student" })).toBeNull();
  });
});

describe("whom a relative is kept apart from", () => {
  const introduction = { is_relative: true, proposed_as: "guardian", proposed_by: "rosa", relatives_student_id: null };

  it("is the child that was named", () => {
    expect(relativesOf({ ...introduction, relatives_student_id: "ana" }, ["ana", "leo"])).toEqual(["ana"]);
  });

  it("is every child of a guardian who named none", () => {
    expect(relativesOf(introduction, ["ana", "leo"])).toEqual(["ana", "leo"]);
  });

  it("is the student who proposed their own relative", () => {
    expect(relativesOf({ ...introduction, proposed_as: "student", proposed_by: "ana" }, [])).toEqual(["ana"]);
  });

  it("is nobody where no relative was proposed, whoever was named", () => {
    expect(relativesOf({ ...introduction, is_relative: false, relatives_student_id: "ana" }, ["ana"])).toEqual([]);
  });
});

describe("a proposal", () => {
  it("is tidied: addresses lower case, spaces at the ends gone, the rest as it was", () => {
    expect(tidyProposal({ ...PROPOSAL, mentorName: " Elena  P ", mentorMail: " Elena@Horno.Example " })).toEqual({
      ...PROPOSAL,
      mentorName: "Elena  P",
    });
  });

  it("needs a name, and one way to reach the person", () => {
    expect(faultOf(PROPOSAL)).toBeUndefined();
    expect(faultOf({ ...PROPOSAL, mentorMail: "", mentorPhone: "555 0100" })).toBeUndefined();
    expect(faultOf({ ...PROPOSAL, mentorName: "" })).toBe("name_missing");
    expect(faultOf({ ...PROPOSAL, mentorMail: "" })).toBe("no_way_to_reach");
  });

  it("speaks of the same mentor as an earlier one by the address; without addresses by phone and name", () => {
    const earlier = { mentor_name: "Elena Panadera", mentor_mail: "elena@horno.example", mentor_phone: "" };
    expect(isSameMentor({ ...PROPOSAL, mentorName: "Elena P." }, earlier)).toBe(true);
    expect(isSameMentor({ ...PROPOSAL, mentorMail: "ana@horno.example" }, earlier)).toBe(false);
    expect(isSameMentor({ ...PROPOSAL, mentorMail: "", mentorPhone: "555" }, earlier)).toBe(false);
    const called = { ...earlier, mentor_mail: "", mentor_phone: "555" };
    expect(isSameMentor({ ...PROPOSAL, mentorMail: "", mentorPhone: "555" }, called)).toBe(true);
    expect(isSameMentor({ ...PROPOSAL, mentorMail: "", mentorPhone: "555", mentorName: "Sam" }, called)).toBe(false);
  });

  it("waits for a coordinator until somebody is invited, set aside or forgotten", () => {
    const states = ["submitted", "in_review", "invited", "accepted", "declined", "bounced", "expired"];
    expect(states.filter(isWaiting)).toEqual(["submitted", "in_review", "bounced"]);
  });
});
