import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const tokens = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'ui', 'style', 'tokens.css'), 'utf8');
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)');

function colour(theme: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (found === undefined) throw new Error(`no colour ${name}`);
  return found;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [brighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (brighter + 0.05) / (darker + 0.05);
}

const texts = [
  'ink',
  'ink-soft',
  'accent',
  'state-phone',
  'state-waiting',
  'state-sent',
  'state-back',
  'state-offline',
];

describe.each([
  ['by day', light],
  ['by night', dark],
])('read in the sun, %s', (_, theme) => {
  test.each(texts)('%s holds 7:1 on every paper', (name) => {
    for (const paper of ['paper', 'paper-raised', 'paper-pressed']) {
      expect(contrast(colour(theme, name), colour(theme, paper))).toBeGreaterThanOrEqual(7);
    }
  });

  test('the main button’s words hold 7:1, borders of controls 3:1', () => {
    expect(contrast(colour(theme, 'on-accent'), colour(theme, 'accent'))).toBeGreaterThanOrEqual(7);
    expect(contrast(colour(theme, 'edge'), colour(theme, 'paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour(theme, 'edge'), colour(theme, 'paper-raised'))).toBeGreaterThanOrEqual(3);
  });
});
