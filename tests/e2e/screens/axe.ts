import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Night changes colours alone: all else axe has judged by day, on the same tree. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Evaluated by the debugger, for the security policy lets no other script in; once a document, for it is large. */
export async function complaints(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axeSource);
  const options = {
    resultTypes: ['violations'],
    ...(scheme === 'dark' ? { runOnly: { type: 'rule', values: rulesOfColour } } : {}),
  };
  return page.evaluate<readonly string[]>(
    `axe.run(document, ${JSON.stringify(options)}).then((found) =>
      found.violations.flatMap((fault) => fault.nodes.map((node) => fault.id + ': ' + node.target.join(' '))))`,
  );
}
