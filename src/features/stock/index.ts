/* One file for the pages of stores: they are small and lead to each other. */
export { Give, GiveUnnamed } from './give/give.tsx';
export { Move } from './move/move.tsx';
export { Store } from './store/store.tsx';
export { Stores } from './store/stores.tsx';
