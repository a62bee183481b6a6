import { describe, expect, it } from "vitest";
import { type OutcomeOfIntroduction, pictureOf } from "~/domain/introduction/picture";

const ROSA: OutcomeOfIntroduction = {
  state: "accepted",
  invited_at: "2026-10-01",
  proposer_id: "rosa",
  proposer: "Rosa Reyes",
  language: "es",
  area: "Ballard",
  places: 2,
  students: 1,
};
const LAN = { ...ROSA, proposer_id: "lan", proposer: "Lan Nguyen", language: "vi", area: null };

describe("the picture of what families brought", () => {
  it("counts by family what was proposed and what came of it", () => {
    const told = [ROSA, { ...ROSA, state: "declined" }, { ...ROSA, state: "expired" }, { ...ROSA, state: "invited" }];
    expect(pictureOf(told, "family")).toEqual([
      {
        key: "rosa",
        label: "Rosa Reyes",
        proposed: 4,
        invited: 4,
        yes: 1,
        no: 1,
        silent: 1,
        places: 2,
        students: 1,
      },
    ]);
  });

  it("counts places and students of a yes only, and of two families who proposed one mentor once", () => {
    const [line] = pictureOf([ROSA, { ...ROSA, state: "joined", invited_at: null }], "area");
    expect(line).toMatchObject({ label: "Ballard", proposed: 2, invited: 1, yes: 1, places: 2, students: 1 });
  });

  it("puts the most first, and families whose neighborhood nobody knows under one line", () => {
    const told = [ROSA, LAN, LAN];
    expect(pictureOf(told, "language").map(({ label }) => label)).toEqual(["vi", "es"]);
    expect(pictureOf(told, "area").map(({ label, proposed }) => [label, proposed])).toEqual([
      ["", 2],
      ["Ballard", 1],
    ]);
  });

  it("loses nobody and counts nobody twice, however they are put together", () => {
    const told = [ROSA, LAN, { ...LAN, area: "Fremont" }, { ...ROSA, language: "en" }];
    for (const grouping of ["family", "area", "language"] as const)
      expect(pictureOf(told, grouping).reduce((sum, line) => sum + line.proposed, 0)).toBe(told.length);
  });
});
