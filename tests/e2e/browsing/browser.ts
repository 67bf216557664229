import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { openContexts } from './open-pages.ts';

/** A real Chromium with its own profile folder, driven by what a person sees. */
export interface Browser {
  readonly context: BrowserContext;
  /** A page of the size of a cheap phone. */
  readonly phone: (address?: string) => Promise<Page>;
  readonly desk: (address?: string) => Promise<Page>;
  /** SIGKILL of the whole process group. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const PHONE = { width: 360, height: 640 } as const;
export const DESK = { width: 1280, height: 800 } as const;

export async function openBrowser(profile: string, flags: readonly string[] = []): Promise<Browser> {
  const { devtools, stop } = await startChromium(profile, undefined, flags);
  const remote = await chromium.connectOverCDP(devtools);
  const [context] = remote.contexts();
  if (context === undefined) throw new Error('Chromium has no context');
  openContexts.add(context);
  const end = (): void => void openContexts.delete(context);
  const open = async (size: typeof PHONE | typeof DESK, address?: string) => {
    const page = await context.newPage();
    await page.setViewportSize(size);
    if (address !== undefined) await page.goto(address);
    return page;
  };
  return {
    context,
    phone: (address) => open(PHONE, address),
    desk: (address) => open(DESK, address),
    kill: () => {
      end();
      return stop('SIGKILL');
    },
    close: async () => {
      end();
      await remote.close();
      await stop('SIGTERM');
    },
  };
}
