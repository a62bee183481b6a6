import { type SampleSchoolSlug, sampleDistricts } from "../cast";

/** Everything about a sample school that is not a person: where it is, when it works, what it has set. */
export interface SampleSchool {
  slug: SampleSchoolSlug;
  jurisdiction: string;
  timeZone: string;
  languages: string[];
  postalAddress: string;
  latitude: number;
  longitude: number;
  helpName: string;
  helpPhone: string;
  ltiWeekdays: number[];
  dayStartsAt: string;
  dayEndsAt: string;
  minimumVisits: number;
  settings: Record<string, number | boolean>;
}

export const schools: readonly SampleSchool[] = [
  {
    slug: "lakeview",
    jurisdiction: "US-WA",
    timeZone: "America/Los_Angeles",
    languages: ["en", "es", "so", "vi"],
    postalAddress: "1200 Lakeview Way, Greenwater, WA 98100",
    latitude: 47.668,
    longitude: -122.335,
    helpName: "Ines Carvalho",
    helpPhone: "+1 206 555 0110",
    ltiWeekdays: [2, 4],
    dayStartsAt: "09:00",
    dayEndsAt: "15:00",
    minimumVisits: 3,
    settings: {},
  },
  {
    slug: "harbor",
    jurisdiction: "US-WA",
    timeZone: "America/Los_Angeles",
    languages: ["en", "es"],
    postalAddress: "40 Pier Street, Greenwater, WA 98101",
    latitude: 47.612,
    longitude: -122.352,
    helpName: "Malik Johnson",
    helpPhone: "+1 206 555 0120",
    ltiWeekdays: [2, 4],
    dayStartsAt: "09:30",
    dayEndsAt: "14:30",
    minimumVisits: 2,
    settings: { livePursuitLimit: 2, travelLimitMinutes: 35 },
  },
  {
    // No working-time table is loaded for this jurisdiction: its gate says so and never passes by itself.
    slug: "cedar-ridge",
    jurisdiction: "US-ID",
    timeZone: "America/Boise",
    languages: ["en", "es"],
    postalAddress: "7 Ridge Road, Cedar Ridge, ID 83600",
    latitude: 43.651,
    longitude: -116.214,
    helpName: "Greta Lindqvist",
    helpPhone: "+1 208 555 0130",
    ltiWeekdays: [1, 3],
    dayStartsAt: "08:30",
    dayEndsAt: "14:30",
    minimumVisits: 3,
    settings: { placesPerSeat: 2 },
  },
];

const greenwater = sampleDistricts.greenwater.districtId;
const cedar = sampleDistricts.cedar.districtId;

/** Neighbourhoods: how students say where they live and organisations where they are. */
export const areas = [
  {
    key: "green-lake",
    districtId: greenwater,
    name: "Green Lake",
    postcodes: ["98103"],
    latitude: 47.681,
    longitude: -122.33,
  },
  {
    key: "lakeview-hill",
    districtId: greenwater,
    name: "Lakeview Hill",
    postcodes: ["98100"],
    latitude: 47.666,
    longitude: -122.342,
  },
  {
    key: "mill-hill",
    districtId: greenwater,
    name: "Mill Hill",
    postcodes: ["98105"],
    latitude: 47.657,
    longitude: -122.312,
  },
  {
    key: "old-cannery",
    districtId: greenwater,
    name: "Old Cannery",
    postcodes: ["98107"],
    latitude: 47.649,
    longitude: -122.378,
  },
  {
    key: "downtown",
    districtId: greenwater,
    name: "Downtown Greenwater",
    postcodes: ["98101"],
    latitude: 47.607,
    longitude: -122.335,
  },
  {
    key: "harbor-point",
    districtId: greenwater,
    name: "Harbor Point",
    postcodes: ["98121"],
    latitude: 47.613,
    longitude: -122.353,
  },
  {
    key: "rainier-street",
    districtId: greenwater,
    name: "Rainier Street",
    postcodes: ["98118"],
    latitude: 47.551,
    longitude: -122.279,
  },
  {
    key: "south-slope",
    districtId: greenwater,
    name: "South Slope",
    postcodes: ["98126"],
    latitude: 47.545,
    longitude: -122.373,
  },
  {
    key: "cedar-ridge",
    districtId: cedar,
    name: "Cedar Ridge",
    postcodes: ["83600"],
    latitude: 43.652,
    longitude: -116.211,
  },
  {
    key: "canyon-flats",
    districtId: cedar,
    name: "Canyon Flats",
    postcodes: ["83605"],
    latitude: 43.617,
    longitude: -116.243,
  },
  {
    key: "orchard-bench",
    districtId: cedar,
    name: "Orchard Bench",
    postcodes: ["83610"],
    latitude: 43.59,
    longitude: -116.176,
  },
] as const;
