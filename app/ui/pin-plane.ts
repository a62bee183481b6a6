/** A place on the ground, in degrees (WGS 84). */
export interface Pin {
  latitude: number;
  longitude: number;
}

/** Metres in one degree of latitude (mean meridian, WGS 84). */
const METRES_PER_DEGREE = 111_320;

/** Metres east and north of a centre; good to a percent within a city. */
export function metresFrom(centre: Pin, pin: Pin): { east: number; north: number } {
  return {
    east: (pin.longitude - centre.longitude) * METRES_PER_DEGREE * Math.cos((centre.latitude * Math.PI) / 180),
    north: (pin.latitude - centre.latitude) * METRES_PER_DEGREE,
  };
}

/** The place so many metres east and north of a centre, rounded to five decimals (about a metre). */
export function pinAt(centre: Pin, metres: { east: number; north: number }): Pin {
  const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
  return {
    latitude: round(centre.latitude + metres.north / METRES_PER_DEGREE),
    longitude: round(
      centre.longitude + metres.east / (METRES_PER_DEGREE * Math.cos((centre.latitude * Math.PI) / 180)),
    ),
  };
}
