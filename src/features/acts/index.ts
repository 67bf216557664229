/* One file for all acts: they are rare, and fetched together. */
export { Merge } from './merge.tsx';
export { MoveHousehold } from './move-household.tsx';
export { NewHead } from './new-head.tsx';
export { MoveRange } from './numbers/move-range.tsx';
export { Renumber } from './numbers/renumber.tsx';
export { Split } from './split.tsx';
export { JoinVillage } from './units/join-village.tsx';
export { RenameVillage } from './units/rename-village.tsx';
export { SplitVillage } from './units/split-village.tsx';
export { VillagesScreen } from './units/villages-screen.tsx';
export { CloseYear } from './year/close-year.tsx';
