import { clockLag } from './moon.ts';

/*
 * Where the sun stands: the earth's longitude by the largest terms of the theory VSOP87 (J. Meeus, Astronomical
 * Algorithms, 2nd ed., appendix III), turned round, with nutation and aberration (chapter 25). Good to about two seconds
 * of arc, that is to a minute of time: some leap months of a century ago hang on two minutes.
 */

/** Millenniums from 2000 January 1.5 to 1970-01-01T00:00, in days. */
const from1970 = 10_957.5;

/** Size in 1e-8 radians, angle in 2000, its growth by millennium. */
type Wave = readonly [size: number, at: number, growth: number];

const steady: readonly Wave[] = [
  [175_347_046, 0, 0],
  [3_341_656, 4.6692568, 6283.07585],
  [34_894, 4.6261, 12_566.1517],
  [3497, 2.7441, 5753.3849],
  [3418, 2.8289, 3.5231],
  [3136, 3.6277, 77_713.7715],
  [2676, 4.4181, 7860.4194],
  [2343, 6.1352, 3930.2097],
  [1324, 0.7425, 11_506.7698],
  [1273, 2.0371, 529.691],
  [1199, 1.1096, 1577.3435],
  [990, 5.233, 5884.927],
  [902, 2.045, 26.298],
  [857, 3.508, 398.149],
  [780, 1.179, 5223.694],
  [753, 2.533, 5507.553],
  [505, 4.583, 18_849.228],
  [492, 4.205, 775.523],
  [357, 2.92, 0.067],
  [317, 5.849, 11_790.629],
  [284, 1.899, 796.298],
  [271, 0.315, 10_977.079],
  [243, 0.345, 5486.778],
  [206, 4.806, 2544.314],
  [205, 1.869, 5573.143],
  [202, 2.458, 6069.777],
  [156, 0.833, 213.299],
  [132, 3.411, 2942.463],
  [126, 1.083, 20.775],
  [115, 0.645, 0.98],
  [103, 0.636, 4694.003],
  [102, 0.976, 15_720.839],
  [102, 4.267, 7.114],
];

const growing: readonly Wave[] = [
  [628_331_966_747, 0, 0],
  [206_059, 2.678235, 6283.07585],
  [4303, 2.6351, 12_566.1517],
  [425, 1.59, 3.523],
  [119, 5.796, 26.298],
  [109, 2.966, 1577.344],
];

const growingFaster: readonly Wave[] = [
  [52_919, 0, 0],
  [8720, 1.0721, 6283.0758],
  [309, 0.867, 12_566.152],
];

function sumOf(waves: readonly Wave[], t: number): number {
  return waves.reduce((sum, [size, at, growth]) => sum + size * Math.cos(at + growth * t), 0);
}

/** Apparent longitude in degrees, 0 at the spring equinox, at a moment in days since 1970-01-01T00:00 of Universal Time. */
export function sunLongitude(moment: number): number {
  const t = (moment + clockLag(moment) - from1970) / 365_250;
  const earth = (sumOf(steady, t) + sumOf(growing, t) * t + sumOf(growingFaster, t) * t * t) * 1e-8;
  const longitude = (earth * 180) / Math.PI + 180 + (nutation(t) + aberration(t) - 0.09033) / 3600;
  return ((longitude % 360) + 360) % 360;
}

/** Seconds of arc by which the equinox nods. */
function nutation(t: number): number {
  const wave = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
  const node = 125.04452 - 19_341.36261 * t;
  const sun = 280.4665 + 360_007.698 * t;
  const moon = 218.3165 + 4_812_678.813 * t;
  return -17.2 * wave(node) - 1.32 * wave(2 * sun) - 0.23 * wave(2 * moon) + 0.21 * wave(2 * node);
}

/** Seconds of arc by which the sun lags, for its light comes to us on the move; a little more where it is near. */
function aberration(t: number): number {
  const distance = 1.00014 + 0.01671 * Math.cos(3.0984635 + 6283.07585 * t);
  return -20.4898 / distance;
}
