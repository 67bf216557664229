/*
 * When the moon is new, after J. Meeus, Astronomical Algorithms (2nd ed.), chapter 49: mean phase and periodic terms,
 * good to some seconds in our centuries. Moments are days since 1970-01-01T00:00 of Universal Time.
 */

const circle = Math.PI / 180;
/** Julian day of 1970-01-01T00:00. */
const julianEpoch = 2_440_587.5;

/** Multiples of the sun's anomaly, the moon's anomaly, the argument of latitude; days; power of the orbit's flattening. */
type Term = readonly [sun: number, moon: number, latitude: number, days: number];

const terms: readonly Term[] = [
  [0, 1, 0, -0.4072],
  [1, 0, 0, 0.17241],
  [0, 2, 0, 0.01608],
  [0, 0, 2, 0.01039],
  [-1, 1, 0, 0.00739],
  [1, 1, 0, -0.00514],
  [2, 0, 0, 0.00208],
  [0, 1, -2, -0.00111],
  [0, 1, 2, -0.00057],
  [1, 2, 0, 0.00056],
  [0, 3, 0, -0.00042],
  [1, 0, 2, 0.00042],
  [1, 0, -2, 0.00038],
  [-1, 2, 0, -0.00024],
  [2, 1, 0, -0.00007],
  [0, 2, -2, 0.00004],
  [3, 0, 0, 0.00004],
  [1, 1, -2, 0.00003],
  [0, 2, 2, 0.00003],
  [1, 1, 2, -0.00003],
  [-1, 1, 2, 0.00003],
  [-1, 1, -2, -0.00002],
  [1, 3, 0, -0.00002],
  [0, 4, 0, 0.00002],
];

/** Pull of the planets: angle at the beginning, its growth by lunation, days. */
const planets: readonly (readonly [at: number, growth: number, days: number])[] = [
  [299.77, 0.107408, 0.000325],
  [251.88, 0.016321, 0.000165],
  [251.83, 26.651886, 0.000164],
  [349.42, 36.412478, 0.000126],
  [84.66, 18.206239, 0.00011],
  [141.74, 53.303771, 0.000062],
  [207.14, 2.453732, 0.00006],
  [154.84, 7.30686, 0.000056],
  [34.52, 27.261239, 0.000047],
  [207.19, 0.121824, 0.000042],
  [291.34, 1.844379, 0.00004],
  [161.72, 24.198154, 0.000037],
  [239.56, 25.513099, 0.000035],
  [331.55, 3.592518, 0.000023],
];

/** Moment of the new moon `lunation` months after that of 6 January 2000. */
export function newMoon(lunation: number): number {
  const century = lunation / 1236.85;
  const square = century * century;
  const sun = 2.5534 + 29.1053567 * lunation - 0.0000014 * square;
  const moon = 201.5643 + 385.81693528 * lunation + 0.0107582 * square;
  const latitude = 160.7108 + 390.67050284 * lunation - 0.0016118 * square;
  const node = 124.7746 - 1.56375588 * lunation + 0.0020672 * square;
  const flattening = 1 - 0.002516 * century - 0.0000074 * square;
  const mean = 2_451_550.09766 + 29.530588861 * lunation + 0.00015437 * square - 0.00000015 * square * century;
  const periodic = terms.reduce(
    (sum, [s, m, l, days]) =>
      sum + days * flattening ** Math.abs(s) * Math.sin((s * sun + m * moon + l * latitude) * circle),
    -0.00017 * Math.sin(node * circle),
  );
  const pull = planets.reduce((sum, [at, growth, days]) => sum + days * Math.sin((at + growth * lunation) * circle), 0);
  const moment = mean + periodic + pull - julianEpoch;
  return moment - clockLag(moment);
}

/** Seconds by which the even time of astronomers runs ahead of the turning earth, by year (Espenak and Meeus 2006). */
const lags: readonly (readonly [year: number, seconds: number])[] = [
  [1880, -5],
  [1900, -3],
  [1910, 10],
  [1920, 21],
  [1940, 24],
  [1960, 33],
  [1980, 51],
  [2000, 64],
  [2020, 70],
  [2050, 93],
  [2110, 220],
];

/** The same in days, for a moment in days since 1970. */
export function clockLag(moment: number): number {
  const year = 1970 + moment / 365.2425;
  const after = Math.max(
    1,
    lags.findIndex(([one]) => one >= year),
  );
  const [from = [0, 0], to = [1, 0]] = [lags[after - 1], lags[after]];
  const share = (year - from[0]) / (to[0] - from[0]);
  return (from[1] + share * (to[1] - from[1])) / 86_400;
}
