/*
 * Work that is not the commune's yet: a draft handed on stands at a place of the device that wrote it, which that device
 * and the officers of its book hold. It is no unit: nothing is counted there.
 */

const prefix = 'drafts.';

export function drawerOf(device: string): string {
  return `${prefix}${device}`;
}

export function isDrawer(place: string): boolean {
  return place.startsWith(prefix);
}
