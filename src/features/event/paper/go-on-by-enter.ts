/**
 * Enter leads to the next cell, and from a row's last cell to the next row. In the blank row at the end it leads to the
 * button that saves. While a Telex or VNI composition is open, Enter belongs to it.
 */
export function goOnByEnter(event: KeyboardEvent, saveId: string): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.isComposing) return;
  if (!(target instanceof HTMLInputElement && currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const cells = [...currentTarget.querySelectorAll('input')];
  const line = target.closest('fieldset');
  const isAtBlankEnd = line !== null && line === line.parentElement?.lastElementChild && isBlank(line);
  const next = isAtBlankEnd ? document.getElementById(saveId) : cells[cells.indexOf(target) + 1];
  next?.focus();
}

function isBlank(line: HTMLElement): boolean {
  return [...line.querySelectorAll('input')].every(({ value }) => value.trim() === '');
}
