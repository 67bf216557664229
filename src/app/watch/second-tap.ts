/** What a press leads away from or settles. Buttons that count, "Thêm" of a number, are not among them. */
const leading = 'a, .ledger-row, .choice';

/**
 * The second tap of two goes nowhere: it would open a page twice in the history, begin a second draft, or choose an
 * answer on the page that the first tap opened.
 */
export function ignoreSecondTaps(view: Window): void {
  const ignore = (event: MouseEvent): void => {
    const isSecond = event.detail > 1 && event.target instanceof Element && event.target.closest(leading) !== null;
    if (!isSecond) return;
    event.preventDefault();
    event.stopPropagation();
  };
  view.addEventListener('click', ignore, { capture: true });
}
