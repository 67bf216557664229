/* The life of a report, which only an office sees: fetched for it, outside of what every phone carries. */
export { ClosingScreen } from './closing-screen.tsx';
export { FrozenMovesScreen } from './frozen-moves-screen.tsx';
export { FrozenScreen } from './frozen-screen.tsx';
