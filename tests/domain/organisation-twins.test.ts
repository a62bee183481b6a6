import { expect, test } from "vitest";
import { organisationNameKey } from "~/domain/organisation/name-key";
import { type ComparedOrganisation, findTwins } from "~/domain/organisation/twins";

const organisation = (id: string, name: string, more: Partial<ComparedOrganisation> = {}): ComparedOrganisation => ({
  ...{ id, name, nameKey: organisationNameKey(name), website: "", addresses: [], mails: [], phones: [] },
  ...more,
});
const found = (...organisations: ComparedOrganisation[]) =>
  findTwins(organisations).map(({ oneId, otherId, because }) => `${oneId}${otherId} ${because.join(" ")}`);

test.each([
  ["Oak Street Garden", "The Gardens of Oak Street"],
  ["Baker & Sons", "Baker and Son, Inc."],
  ["Casa del Sol", "Casa Sol"],
])("%s and %s may be one", (one, other) => {
  expect(found(organisation("a", one), organisation("b", other))).toEqual(["ab name"]);
});

test("other names alone make no twins", () => {
  expect(found(organisation("a", "Oak Garden"), organisation("b", "Elm Garden"))).toEqual([]);
});

test("a website, an address, a domain of their own and a number are compared as people write them", () => {
  const one = organisation("a", "Oak", {
    ...{ website: "https://www.oak.org/", addresses: ["12 Oak St. 98101"] },
    ...{ mails: ["ida@oak.org"], phones: ["(206) 555-0100"] },
  });
  const other = organisation("b", "Acorn", {
    ...{ website: "oak.org", addresses: ["12 oak st 98101"] },
    ...{ mails: ["Bo@OAK.org"], phones: ["206 555 0100"] },
  });
  expect(found(one, other)).toEqual(["ab website address mail phone"]);
});

test("a mailbox that anybody can have tells nothing, nor does what many share", () => {
  const at = (id: string, mail: string) => organisation(id, `Place ${id}`, { mails: [mail] });
  expect(found(at("a", "x@gmail.com"), at("b", "y@gmail.com"))).toEqual([]);
  expect(found(...["a", "b", "c", "d", "e"].map((id) => at(id, "x@park.example")))).toEqual([]);
});

test("those that are alike in most come first", () => {
  const phones = ["2065550100"];
  expect(
    found(
      organisation("a", "Oak"),
      organisation("b", "The Oak"),
      organisation("c", "Elm Yard", { phones }),
      organisation("d", "Elm Yards", { phones }),
    ),
  ).toEqual(["cd name phone", "ab name"]);
});
