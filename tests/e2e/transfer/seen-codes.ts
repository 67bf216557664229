import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/* What one phone's screen shows, as another one's camera sees it: a film that Chromium takes for its camera's picture. */

const width = 640;
const height = 480;
/** Held a little askew, a hand's breadth away. */
const turn = (4 * Math.PI) / 180;
const scale = 1.2;

/** A square of light and dark, row by row: "1" is dark. */
type Picture = string;

/** Flags of a Chromium whose camera shows the film in this file. */
export function cameraFlags(film: string): readonly string[] {
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

/** Every picture of the loop that the page shows, in the order of its numbers. */
export async function catchLoop(page: Page): Promise<readonly Picture[]> {
  return page.evaluate(async () => {
    const read = (): string => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.code-picture');
      const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let picture = '';
      for (let at = 0; at < data.length; at += 4) picture += (data[at] ?? 0) < 128 ? '1' : '0';
      return picture;
    };
    const told = () => /(\d+)\/(\d+)/.exec(document.querySelector('.code-picture + p')?.textContent ?? '') ?? [];
    const caught = new Map<number, string>();
    while (caught.size === 0 || caught.size < Number(told()[2])) {
      await new Promise((done) => requestAnimationFrame(done));
      const [, number] = told();
      if (number !== undefined) caught.set(Number(number), read());
    }
    return [...caught].sort(([a], [b]) => a - b).map(([, picture]) => picture);
  });
}

/** Five pictures a second, over and over; `undefined`: nothing but a grey wall. */
export function writeFilm(path: string, pictures: readonly (Picture | undefined)[]): void {
  const colour = Buffer.alloc((width * height) / 2, 128);
  const shown = pictures.map((picture) => Buffer.concat([Buffer.from('FRAME\n'), seen(picture), colour]));
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`), ...shown]));
}

/** Askew, soft at the edges, neither black nor white, and with the grain of a cheap camera. */
function seen(picture: Picture | undefined): Buffer {
  const luma = Buffer.alloc(width * height, 120);
  if (picture === undefined) return luma;
  const side = Math.sqrt(picture.length);
  let grain = 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [(x - width / 2) / scale, (y - height / 2) / scale];
      const from = [dx * Math.cos(turn) + dy * Math.sin(turn), dy * Math.cos(turn) - dx * Math.sin(turn)] as const;
      const light = between(picture, side, from[0] + side / 2, from[1] + side / 2);
      grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0;
      if (light !== undefined) luma[y * width + x] = 50 + 150 * light + ((grain >>> 16) % 24);
    }
  }
  return luma;
}

/** The light between four pixels, 0 to 1; `undefined` beside the screen. */
function between(picture: Picture, side: number, x: number, y: number): number | undefined {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= side - 1 || top >= side - 1) return undefined;
  const light = (dx: number, dy: number) => (picture[(top + dy) * side + left + dx] === '1' ? 0 : 1);
  const [right, down] = [x - left, y - top];
  const upper = light(0, 0) * (1 - right) + light(1, 0) * right;
  const lower = light(0, 1) * (1 - right) + light(1, 1) * right;
  return upper * (1 - down) + lower * down;
}
