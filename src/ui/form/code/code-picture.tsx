import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { encode } from 'uqr';

interface CodePictureProps {
  readonly text: string;
  readonly label: string;
}

/** Without it a camera finds no code: four modules of paper on each side (ISO 18004). */
const border = 4;

/** A code of a thousand letters on a canvas, several a second: drawn as a path that costs too much on a cheap phone. */
export function CodePicture({ text, label }: CodePictureProps): VNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) draw(canvas.current, text);
  }, [text]);
  return <canvas ref={canvas} class="code-picture" role="img" aria-label={label} />;
}

/** Whole pixels of the screen for each module, dark on white whatever the scheme. */
function draw(canvas: HTMLCanvasElement, text: string): void {
  const { data, size } = encode(text, { ecc: 'L', border });
  const side = Math.max(size, Math.floor(canvas.clientWidth * window.devicePixelRatio));
  const module = Math.floor(side / size);
  const edge = Math.floor((side - size * module) / 2);
  canvas.width = side;
  canvas.height = side;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = '#000';
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) pen.fillRect(edge + x * module, edge + y * module, module, module);
}
