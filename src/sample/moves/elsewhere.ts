import type { Town } from '../town/town.ts';

/** Where people come from and go to; the smaller ones are nobody's. */
const towns = [
  ['Thành phố Hà Nội', 5],
  ['Thành phố Hồ Chí Minh', 6],
  ['Tỉnh Bình Dương cũ', 4],
  ['Tỉnh Bắc Ninh', 4],
  ['Xã bên cạnh', 8],
  ['Xã khác trong tỉnh', 8],
] as const;

export function drawTown({ random }: Town): string {
  return random.weighted(towns);
}
