import type { VNode } from 'preact';

/** Own drawings on a 24 × 24 grid, strokes only. Each stands beside its word, so none is read aloud. */
const strokes = {
  home: 'M4 11 12 4l8 7M6 10v10h12V10',
  book: 'M12 6C10 4.5 7 4 3 4v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zm0 0v14',
  report: 'M5 20V4h14v16zM9 15v-3M12 15V9M15 15v-5',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  phone: 'M7 3h10v18H7zM11 18h2',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  sent: 'M4 13l5 5L20 6',
  receive: 'M12 4v12M7 11l5 5 5-5M5 20h14',
  send: 'M12 20V8M7 13l5-5 5 5M5 4h14',
  mend: 'M12 4 3 20h18zM12 10v4M12 17h.01',
  offline: 'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 5-2.7M19 12a10 10 0 0 0-3.5-2.2M12 19h.01',
  left: 'M14 5l-7 7 7 7',
  right: 'M10 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  door: 'M6 21V3h12v18M3 21h18M14 12h.01',
  check: 'M5 4h14v16H5zM9 12l2 2 4-4',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  print: 'M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z',
  install: 'M7 3h10v18H7zM12 7v7M9 11l3 3 3-3',
  call: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4c-9 1-16-6-15-15z',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18',
  birth: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3c2 1 2 4 0 4M9 11h.01M15 11h.01M9 15c2 2 4 2 6 0',
  // A leaf that has fallen: nothing of a faith, nothing that frightens.
  death: 'M5 19C5 9 11 5 20 4c0 10-4 15-13 15M5 21c2-6 5-9 9-11',
  move: 'M3 8h14M13 4l4 4-4 4M21 16H7M11 12l-4 4 4 4',
  rings: 'M9 8a5 5 0 1 0 0 10A5 5 0 0 0 9 8zM15 8a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM7 5h4',
  pencil: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  care: 'M12 20C7 16 3 13 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 4-4 7-9 11z',
  talk: 'M4 5h16v11H10l-5 4v-4H4z',
  list: 'M4 7l2 2 3-4M4 16l2 2 3-4M13 7h7M13 17h7',
  sheet: 'M5 3h14v18H5zM5 8h14M5 13h14M11 8v13',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  undo: 'M9 5 4 10l5 5M4 10h10a5 5 0 0 1 0 10h-3',
} as const;

export type IconName = keyof typeof strokes;

export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={strokes[name]} />
    </svg>
  );
}
