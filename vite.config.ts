import { resolve } from 'node:path';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const here = import.meta.dirname;

/** The console is another app: it needs the network anyway, and a phone's precache has no room for it. */
const isOfConsole = (ids: readonly string[]): boolean => ids.some((id) => id.includes('/src/console'));

/** Two apps from one source tree (the phone's and the upper level's console) and one service worker for the phone. */
const apps: ViteUserConfig = {
  root: resolve(here, 'src'),
  publicDir: resolve(here, 'public'),
  resolve: {
    alias: [
      // The HPKE package asks Node 18 for its crypto where a browser's is missing: no browser of the field gets there.
      { find: /^crypto$/, replacement: 'data:text/javascript,export{}' },
      { find: /^fflate$/, replacement: resolve(here, 'src/formats/sheet/zip-here.ts') },
    ],
  },
  build: {
    // The floor of the field: Chrome 109 is the last on the offices' old Windows.
    target: 'chrome109',
    cssTarget: 'chrome109',
    outDir: resolve(here, 'dist'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Inlined assets would need data: URLs that the content security policy does not allow for scripts.
    assetsInlineLimit: 0,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { index: resolve(here, 'src/index.html'), console: resolve(here, 'src/console.html') },
      output: {
        // A start costs by the number of its files more than by their size: one for the lock screen, one for the book.
        codeSplitting: {
          groups: [
            { name: 'first', test: /\/src\/app\/app\.tsx$/, priority: 2 },
            { name: 'book', test: /\/src\/app\/shell\/shell\.tsx$/, priority: 1 },
            // Shared by two parts for later, and so one of them.
            { name: 'draw-code', test: /\/node_modules\/uqr\// },
            // A report opens with one file, not with eight: each costs a cheap phone 50 ms.
            {
              name: 'report-pages',
              includeDependenciesRecursively: false,
              test: /\/src\/(?:features\/report\/(?:report\.|figure-|period-choice|reported-)|ui\/(?:report\/(?:closing-line|changed-rows|closing-state|number-grid|period-kinds)|words\/(?:report-|period-steps|spell-cell)))/,
            },
            // Together, for whoever reads English; nobody else fetches them.
            { name: 'english', test: /\/src\/i18n\/en(?:\.ts|\/)/, priority: 1 },
          ],
        },
        entryFileNames: (chunk) => (chunk.name === 'console' ? 'console/[name]-[hash].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: (chunk) =>
          isOfConsole(chunk.moduleIds) ? 'console/[name]-[hash].js' : 'assets/[name]-[hash].js',
        assetFileNames: (asset) =>
          isOfConsole(asset.originalFileNames.map((name) => `/src/${name}`))
            ? 'console/[name]-[hash][extname]'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        // What the book's worker and practice share, in files that a slow line takes one by one.
        codeSplitting: {
          groups: [
            { name: 'database', test: /\/node_modules\/dexie\// },
            {
              name: 'rules',
              test: /\/src\/(?:domain\/(?!stock\/(?:month|need|orders|transit)|figure\/closing|form\/answers-back|calendar\/(?:working|written))|register\/held\.ts|sync\/(?:records\/clock|wire\/line)\.ts)/,
            },
            // What a day at the doorstep asks; slip, meeting, and what stock is reckoned by come with who asks for them.
            { name: 'goods', test: /\/src\/catalogue\/(?:\w+\/stock\/|stock\/(?:lists|product))/, priority: 1 },
            {
              name: 'catalogue',
              test: /\/src\/catalogue\/(?!stock\/|paper\/|reports\/holidays|meeting\/|reviews\/)/,
            },
          ],
        },
      },
    },
  },
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: resolve(here, 'sw'),
      filename: 'sw.ts',
      injectRegister: false,
      registerType: 'prompt',
      // They stand in the list of files already.
      includeManifestIcons: false,
      injectManifest: {
        // An ES module worker would not start on the older WebViews, and a classic one must not end in `export`.
        rollupFormat: 'iife',
        target: 'chrome109',
        globPatterns: ['**/*.{js,css,html,svg,png,wasm}'],
        globIgnores: ['console.html', 'console/**', '**/*.map', 'manifest.webmanifest'],
        buildPlugins: { vite: [{ name: 'as-quiet-as-the-apps', config: () => ({ logLevel: 'warn' }) }] },
      },
      manifest: {
        id: '/',
        name: 'Sổ Dân Số',
        short_name: 'Sổ Dân Số',
        description: 'Sổ dân số của xã, làm việc được khi không có mạng',
        lang: 'vi',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        orientation: 'any',
        background_color: '#fbf8f1',
        theme_color: '#14532d',
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
};

/** The simulator and then stories in a browser begin first: no core waits at the end for the last of them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.includes('/tests/simulation/') ? 0 : moduleId.includes('/tests/e2e/') ? 1 : 2;
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

const tests: ViteUserConfig = {
  root: here,
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/e2e/browsing/tell-failures.ts'],
    // They end what hangs, and judge no speed: other work on the machine must not make a test fail.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: 2,
    // Databases that live for seconds only need not be compiled for speed: it takes a tenth of the time of a hub's stories.
    execArgv: ['--liftoff-only'],
    sequence: { sequencer: LongestFirst },
  },
};

export default defineConfig(({ mode }) => (mode === 'test' ? tests : apps));
