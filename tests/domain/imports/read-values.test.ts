import { decodeHTMLStrict } from "entities";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText, shorten } from "~/domain/imports/clean-text";
import { readAddress } from "~/domain/imports/read-address";
import { readDate } from "~/domain/imports/read-date";
import { guessKind, readKind } from "~/domain/imports/read-kind";
import { readLiteral } from "~/domain/imports/read-literal";
import { readCoordinates, readSeats } from "~/domain/imports/read-number";
import { readSchedule } from "~/domain/imports/read-schedule";

describe("text", () => {
  it.each([
    ["  Parks &amp; Recreation ", "Parks & Recreation"],
    ["Twice &amp;amp; over", "Twice & over"],
    ["<p>Plant <b>trees</b></p>", "Plant trees"],
    ["&lt;p&gt;Hidden tags&lt;/p&gt;", "Hidden tags"],
    ["5 &lt; 6 and 7 > 2", "5 < 6 and 7 > 2"],
    ["R&D at AT&T, ?a=1&copy=2", "R&D at AT&T, ?a=1&copy=2"],
    ["line\r\nline", "line line"],
    ["<script>alert(1)</script>Garden", "Garden"],
    ["zero\u200bwidth\u0000 and nul", "zerowidth and nul"],
    ["cafe\u0301", "café"],
    ["It&#146;s", "It’s"],
  ])("reads %j as %j", (cell, text) => {
    expect(cleanLine(cell, decodeHTMLStrict)).toBe(text);
  });

  it("keeps paragraphs of a description", () => {
    expect(cleanText("One<br/>Two\n\n\n\nThree", decodeHTMLStrict)).toBe("One\nTwo\n\nThree");
  });

  it("shortens at a word", () => {
    expect(shorten("Help in the community garden", 20)).toBe("Help in the…");
  });
});

describe("dates", () => {
  it.each([
    ["January 19 2011", "2011-01-19"],
    ["Jan. 19th, 2011", "2011-01-19"],
    ["Wednesday, January 19, 2011", "2011-01-19"],
    ["19 January 2011", "2011-01-19"],
    ["19 de enero de 2011", "2011-01-19"],
    ["miércoles, 3 de septiembre del 2025", "2025-09-03"],
    ["1/19/2011", "2011-01-19"],
    ["1/19/11", "2011-01-19"],
    ["19/1/2011", "2011-01-19"],
    ["19.1.2011", "2011-01-19"],
    ["2011-01-19", "2011-01-19"],
    ["2011-01-19T00:00:00.000Z", "2011-01-19"],
    ["1/19/2011 12:00:00 AM", "2011-01-19"],
    ["February 29 2012", "2012-02-29"],
  ])("reads %j as %s", (cell, date) => {
    expect(readDate(cell)).toBe(date);
  });

  it.each(["", "soon", "February 29 2011", "13/13/2011", "2011", "January 2011", "0000-00-00", "1/2/3/4"])(
    "does not guess %j",
    (cell) => {
      expect(readDate(cell)).toBeNull();
    },
  );
});

describe("seats", () => {
  it.each([
    ["5", 5, null],
    ["up to 1,000 volunteers", 1000, "seats_unusual"],
    ["25+", 25, null],
    ["12.0", 12, null],
    ["9999", 9999, "seats_placeholder"],
    ["99", 99, "seats_placeholder"],
  ])("reads %j as %d", (cell, seats, unusual) => {
    expect(readSeats(cell)).toEqual({ ok: true, seats, unusual });
  });

  it.each([
    ["many", "seats_not_a_number"],
    ["2-3", "seats_not_a_number"],
    ["0", "seats_out_of_range"],
    ["-4", "seats_out_of_range"],
    ["10000", "seats_out_of_range"],
  ])("refuses %j", (cell, reason) => {
    expect(readSeats(cell)).toEqual({ ok: false, reason });
  });
});

describe("places", () => {
  it.each([
    ["0", "0"],
    ["91", "10"],
    ["40.7", ""],
    ["north", "-73"],
  ])("has no point at %j, %j", (latitude, longitude) => {
    expect(readCoordinates(latitude, longitude)).toBeNull();
  });

  it("reads a Python dictionary with JSON inside", () => {
    const cell = `{'latitude': '40.72', 'longitude': '-73.97', 'human_address': '{"address": "3 Elm Street", "city": "Springfield", "state": "NY", "zip": "10009"}'}`;
    expect(readAddress(cell)).toEqual({
      street: "3 Elm Street",
      city: "Springfield",
      region: "NY",
      postcode: "10009",
      coordinates: { latitude: 40.72, longitude: -73.97 },
    });
  });

  it.each([
    [`{"type":"Point","coordinates":[-73.9,40.7]}`, ""],
    ["POINT (-73.9 40.7)", ""],
    ["3 Elm Street\nSpringfield, NY\n(40.7, -73.9)", "3 Elm Street, Springfield, NY"],
  ])("finds the point of %j", (cell, street) => {
    expect(readAddress(cell)).toMatchObject({ street, coordinates: { latitude: 40.7, longitude: -73.9 } });
  });

  it("takes plain text for the street, and broken data for nothing", () => {
    expect(readAddress("3 Elm Street")).toMatchObject({ street: "3 Elm Street", coordinates: null });
    expect(readAddress("{'latitude': '40.7'")).toBeNull();
  });

  it("reads the literals of both languages", () => {
    expect(readLiteral(`{'a': None, "b": [True, false, -1.5e2], 'c': 'it\\'s'}`)).toEqual({
      a: null,
      b: [true, false, -150],
      c: "it's",
    });
  });
});

describe("kinds and schedules", () => {
  it.each([
    ["Job Shadow", "shadow_day"],
    ["INTERNSHIP", "internship"],
    ["prácticas", "internship"],
    ["Volunteers", "service_learning"],
    ["ongoing", null],
  ])("reads %j as %s", (cell, kind) => {
    expect(readKind(cell)).toBe(kind);
  });

  it("guesses the kind of a file from its name", () => {
    expect(guessKind(["city_volunteer-list.csv"])).toBe("service_learning");
    expect(guessKind(["hosts.csv"])).toBe("internship");
  });

  it.each([
    ["Tue & Thu 9-15", [2, 4], "09:00", "15:00"],
    ["Mon-Fri, 9:30 am to 3 pm", [1, 2, 3, 4, 5], "09:30", "15:00"],
    ["martes y jueves 9:00 a 14:00", [2, 4], "09:00", "14:00"],
    ["Thursdays 9-3", [4], "09:00", "15:00"],
    ["1-4pm Wednesday", [3], "13:00", "16:00"],
  ])("reads %j", (cell, weekdays, startsAt, endsAt) => {
    expect(readSchedule(cell)).toEqual(weekdays.map((weekday) => ({ weekday, startsAt, endsAt })));
  });

  it.each(["weekends", "9-15", "Monday", "Mon 25-26", "Mon 15:00-15:00"])("does not guess %j", (cell) => {
    expect(readSchedule(cell)).toBeNull();
  });
});
