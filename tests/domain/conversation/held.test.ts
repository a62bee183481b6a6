import { expect, test } from "vitest";
import { whyHeld as whyHeldBy } from "~/domain/conversation/held";
import { HELD_WORDS } from "~/domain/conversation/held-words";

const SHIPPED = Object.values(HELD_WORDS).flat();
const whyHeld = (body: string) => whyHeldBy(body, { phrases: SHIPPED });

test.each([
  ["Write me: ana.reyes@lakeview.example", "mail"],
  ["ana (at) lakeview (dot) org", "mail"],
  ["ana arroba escuela punto org", "mail"],
  ["My cell is 206-555-0177", "phone"],
  ["(206) 555 0177", "phone"],
  ["+52 55 1234 5678", "phone"],
  ["٠١٢٣٤٥٦٧٨٩", "phone"],
  ["look at https://example.org/a", "link"],
  ["we are at greenlakeclinic.com", "link"],
  ["I am @maya_vet there", "handle"],
  ["We live at 7012 Woodlawn Ave NE", "street"],
  ["it is 450 elm court", "street"],
  ["12 5th Ave., second floor", "street"],
  ["7th Avenue 12", "street"],
  ["Vivo en la calle 5 de Mayo 12", "street"],
  ["Calle Los Pinos #14", "street"],
  ["I am in apt. 4b", "street"],
  ["Vivo en Carrera 7 # 45-12", "street"],
  ["Camino de los Robles no. 8", "street"],
  ["Camino Real 450", "street"],
  ["We live at 7012 Calle Real", "street"],
  ["1450 Camino del Sol", "street"],
  ["Don’t tell anybody", "words"],
  ["LLAMAME despues", "words"],
  ["I can  pick\nyou up", "words"],
])("%j waits because of a %s", (body, reason) => {
  expect(whyHeld(body)).toContain(reason);
});

test.each([
  "See you on Thursday at 9:30, room 214. It ends at 15:00.",
  "We start on 2026-11-29 and end on 2027-06-11.",
  "From 11/29/2026 10:00 to 12/13/2026 12:00.",
  "Nos vemos el jueves 3 de diciembre a las 9.",
  "It costs $1,250. Bring gloves, size 8 or 9.",
  "I told my teacher about the cashier job, it was great.",
  "Shall we meet at the front desk? Ask for Maya.",
  "مرحبا، متى نبدأ؟",
  "Meet me at 9 on Pine Street. It is 15 minutes by car, down the road.",
  "The shop is on Pine Street 9 am to 3 pm. Take bus 44 to the station.",
  "I have 3 days to lane the boards, 100 percent my way.",
  "Camino 20 minutos por la calle principal a las 10:30.",
  "Mi carrera empezó en 1998, y la carrera de enfermería dura 10 semestres.",
  "En el camino vimos 12 perros. La carrera de 10 kilómetros fue en 2015.",
  "Room 101 with Dr. Smith. In 2026 our place opens, it won 100 first place prizes.",
  "2 of the avenues are closed, 10 people drive, one street over.",
])("%j is sent at once", (body) => {
  expect(whyHeld(body)).toEqual([]);
});

/** A number in groups of digits, as it is written with one mark between all of them. */
const NUMBERS = [
  ["06", "12", "34", "56", "78"],
  ["55", "12", "34", "56", "78"],
  ["12", "11", "10", "09", "08"],
  ["10", "20", "30", "40"],
  ["5555", "12", "34"],
  ["22", "34", "5678"],
  ["2234", "5678"],
  ["55", "1234", "5678"],
  ["206", "555", "0177"],
  ["555", "0177"],
  ["01", "02", "03", "04", "05", "06"],
];
const MARKS = ["", " ", "-", ".", "/", ":", " - ", "–", "_", "\u200b", "\u2060-\u00ad", "\u200e "];

test.each(NUMBERS.flatMap((groups) => MARKS.map((mark) => groups.join(mark))))("%j is a number", (number) => {
  for (const body of [number, `Call ${number}!`, `on 11/29/2026 or ${number}`, `(${number})`])
    expect([body, whyHeld(body)]).toEqual([body, ["phone"]]);
});

test.each([
  "06.12.34 56 78",
  "06.12.34-56.78",
  "20:65:55:01:34",
  "٠٦.١٢.٣٤.٥٦.٧٨",
  "٠٦ ١٢ ٣٤ ٥٦ ٧٨",
  "๐๖-๑๒-๓๔-๕๖-๗๘",
  "०६.१२.३४.५६.७८",
])("%j is a number, too", (number) => {
  expect(whyHeld(number)).toEqual(["phone"]);
});

const DAYS = [
  "2026-11-29",
  "11/29/2026",
  "29/11/2026",
  "29.11.2026",
  "29-11-2026",
  "3/12/26",
  "12/10/26",
  "03.12.26",
  "2010.4.1",
];
const HOURS = ["9:30", "09:30", "23:59", "10:00-14:30", "10:00 - 14:30"];

test.each([
  ...DAYS,
  ...HOURS,
  ...DAYS.flatMap((day) => HOURS.map((hour) => `${day} ${hour}`)),
  ...["2026-11-29/2026-12-03", "11/29/2026-12/13/2026", "03.12.26 - 10.12.26", "12/10/26 9 am", "Room 214 10:30"],
  ...["٢٩/١١/٢٠٢٦ ١٠:٣٠", "11/29/2026 - 2 hours", "10:00 11:00 12:00 13:00", "2026-11-29 214"],
])("%j is a day or an hour", (time) => {
  for (const body of [time, `Come on ${time}, please.`, `(${time})`]) expect([body, whyHeld(body)]).toEqual([body, []]);
});

test("every held word is found, whatever its case and accents, and not inside another word", () => {
  for (const word of Object.values(HELD_WORDS).flat()) {
    expect([word, whyHeld(`So: ${word.toUpperCase()}!`)]).toEqual([word, ["words"]]);
    expect([word, whyHeld(`x${word}x`)]).toEqual([word, []]);
  }
});

test("where the place and the school are is no secret, and of a name only what the others know", () => {
  const places = ["7012 Woodlawn Ave NE", ""];
  expect(whyHeldBy("We are at 7012 Woodlawn Ave. NE", { phrases: [], places })).toEqual(["street"]);
  expect(whyHeldBy("We are at 7012 woodlawn ave ne!", { phrases: [], places })).toEqual([]);
  const people = [{ fullName: "Ana Reyes", nameUsed: "Ana", told: "Ana" }];
  expect(whyHeldBy("Hi, this is Ana Reyes.", { phrases: [], people })).toEqual(["name"]);
  expect(whyHeldBy("Hi, this is Ana.", { phrases: [], people })).toEqual([]);
});

test("a long message made to be slow is read in an instant", () => {
  const started = performance.now();
  for (const slow of ["12 a b c d ", "1 ", "calle a ", "apt # ", "3rd 4th ", "a@b "])
    whyHeld(slow.repeat(2_000 / slow.length));
  expect(performance.now() - started).toBeLessThan(500);
});
