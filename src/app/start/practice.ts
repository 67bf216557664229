/* "Tập dùng": another load of the same page, over invented people. Nothing of the real book is opened beside it. */

const address = '/practice';

export function isPractice(view: Window): boolean {
  return view.location.pathname === address;
}

/** From an open book too: loading the page anew ends its worker and locks it. */
export function goToPractice(view: Window): void {
  view.location.assign(address);
}

export function leavePractice(view: Window): void {
  view.location.assign('/');
}
