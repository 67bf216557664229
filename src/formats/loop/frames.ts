import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import { type Bytes, toHex, utf8 } from '../../sync/wire/bytes.ts';
import { fromBase45, toBase45 } from './base45.ts';

/*
 * A file as a loop of QR codes, from screen to camera. Each frame is one code, in the letters that codes pack best:
 *
 *   SDSQ1:<whole>:<number>/<of>:<check>:<piece, base45>
 *
 * whole   first 10 bytes of SHA-256 of the file, hex: names the loop, and proves the file once all pieces are there
 * number  from 1, no leading zeros; of at most 99
 * check   first 4 bytes of SHA-256 of the frame without its check and the colon behind it, hex
 *
 * Version 1 is frozen (decisions 0005, 0027): tests/fixtures/formats/loop-1.json opens for ever.
 */

export interface Frame {
  readonly whole: string;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly piece: Bytes;
}

/** `strange`: no frame of this app; `newer`: of a later version of it; `damaged`: its check does not fit. */
export type FrameFault = 'strange' | 'newer' | 'damaged';

const mark = 'SDSQ1';
/** With its head some 1,000 letters: version 18 of a code, which a cheap camera reads from a cheap screen. */
const pieceBytes = 640;
/** Half a minute at the pace of `show`, seen without a fault; more goes faster as a file. */
const mostFrames = 99;
/** A longer text is not looked at. */
const mostLetters = 1_500;

export const mostLoopBytes = pieceBytes * mostFrames;

const shape = /^SDSQ1:([0-9A-F]{20}):([1-9]\d?)\/([1-9]\d?):([0-9A-F]{8}):([0-9A-Z $%*+\-./:]+)$/;

/** `undefined` for what is too much to be shown as a loop, and for nothing. */
export function writeFrames(file: Uint8Array): readonly string[] | undefined {
  if (file.length === 0 || file.length > mostLoopBytes) return undefined;
  const whole = wholeOf(file);
  const of = Math.ceil(file.length / pieceBytes);
  return Array.from({ length: of }, (_, at) => {
    const head = `${mark}:${whole}:${at + 1}/${of}`;
    const piece = toBase45(file.subarray(at * pieceBytes, (at + 1) * pieceBytes));
    return `${head}:${checkOf(head, piece)}:${piece}`;
  });
}

export function readFrame(text: string): Outcome<Frame, FrameFault> {
  if (!/^SDSQ\d/.test(text) || text.length > mostLetters) return bad('strange');
  if (!text.startsWith(`${mark}:`)) return bad('newer');
  const [, whole = '', number = '', of = '', check = '', letters = ''] = shape.exec(text) ?? [];
  const piece = fromBase45(letters);
  if (whole === '' || piece === undefined || Number(number) > Number(of)) return bad('damaged');
  if (check !== checkOf(`${mark}:${whole}:${number}/${of}`, letters)) return bad('damaged');
  return good({ whole, number: Number(number), of: Number(of), piece });
}

/** What names a loop: 20 letters. */
export function wholeOf(file: Uint8Array): string {
  return toHex(sha256(file).subarray(0, 10)).toUpperCase();
}

/**
 * Which frame is shown at a turn, from 0. Each round shows every one, each in another order: a camera that misses every
 * second code must not miss the same ones again.
 */
export function frameAt(turn: number, of: number): number {
  const round = Math.floor(turn / of);
  let stride = 1 + (round % 7);
  while (divisor(stride, of) !== 1) stride++;
  return ((turn % of) * stride + round) % of;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function checkOf(head: string, piece: string): string {
  return toHex(sha256(utf8(`${head}:${piece}`)).subarray(0, 4)).toUpperCase();
}
