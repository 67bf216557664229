import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../server/command-line/arguments.ts';
import { passUnitsWords, readUnitsWords } from '../../../server/command-line/units/units-words.ts';

/* Ids of envelopes and of changes are base64url as they are printed: one in 64 begins with a dash, one in 4,096 with two. */

const names = ['device', 'envelope', 'drop'] as const;

describe('what is copied from the line above', () => {
  test.each(['-s8x-kjhgoocYSVq3KldmQ', '--8x-kjhgoocYSVq3KldmQ'])('is taken as it stands: %s', (id) => {
    const words = ['--device', 'p32e3qcn', '--envelope', id, '--drop', 'yes'];
    expect(readArguments(words, names)).toEqual({ device: 'p32e3qcn', envelope: id, drop: 'yes' });
    const undo = readUnitsWords(['undo', '--place', '99001', '--change', id, '--data', '/tmp']);
    expect(undo).toMatchObject({ verb: 'undo', change: id });
    expect(readUnitsWords(passUnitsWords(undo))).toEqual(undo);
  });

  test('a name without its value, and one nobody knows, are told and not guessed', () => {
    expect(() => readArguments(['--envelope', '--drop', 'yes'], names)).toThrow('--envelope --drop yes');
    expect(() => readArguments(['--device', 'p32e3qcn', '--envelope'], names)).toThrow('Dùng được: --device');
    expect(() => readArguments(['--devices', 'p32e3qcn'], names)).toThrow('--devices');
    expect(() => readUnitsWords(['undo', '--place', '--change', 'x', '--data', '/tmp'])).toThrow('units undo');
  });
});
